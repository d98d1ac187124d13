# What the assistant says outside topics. The German file is the master.

## Welcome and menu

welcome = Ласкаво просимо. Я Lotse, цифровий помічник для всіх, хто недавно приїхав до Дортмунда. Я програма, а не людина. Виберіть свою мову. Можна також просто написати мені.
welcome-back = Раді бачити вас знову.
privacy-short = Ваші повідомлення ми зберігаємо в зашифрованому вигляді. Ви можете будь-коли переглянути або видалити свої дані. Будь ласка, не пишіть тут паролі або банківські дані.
menu = Що вам потрібно? Натисніть кнопку або напишіть своє запитання.
help =
    Ось що я можу для вас зробити:
    • Відповісти на запитання про життя в Дортмунді. Просто напишіть, що хочете знати.
    • Заповнити з вами анкету. Тоді ми знатимемо, яка допомога вам потрібна.
    • Записати вас на зустріч для консультації.
    • З’єднати вас із людиною.

    Якщо ви в небезпеці, телефонуйте в поліцію: 110. У разі пожежі чи іншого екстреного випадку: 112.
topics = На яку тему ваше запитання?
topics-group = { $group }: що ви хочете знати?
topic-unknown = На цю тему я не маю відповіді.
text-missing = Цього тексту зараз немає. Будь ласка, запитайте людину.

group-arrival = Приїзд до Дортмунда
group-residence = Перебування в Німеччині
group-language = Вивчення німецької
group-family = Родина, школа, дитсадок
group-work = Робота
group-health = Здоров’я
group-housing = Житло
group-money = Гроші
group-everyday = Щоденне життя
group-counselling = Консультація
group-participation = Участь у житті міста
group-service = Про нас

button-menu = Меню
button-topics = Запитання й відповіді
button-questionnaire = Заповнити анкету
button-questionnaire-resume = Продовжити анкету
button-book = Записатися на зустріч
button-appointments = Мої зустрічі
button-places = Місця поблизу
button-human = Поговорити з людиною
button-language = Змінити мову
button-my-data = Мої дані
button-privacy = Захист даних
button-assistant = Назад до помічника
button-stale = Ця кнопка від попереднього запитання.
attachment-kept = Дякую, це надійшло. Фото, файли й голосові повідомлення я не можу відкрити. Будь ласка, напишіть, про що йдеться. Або поговоріть з людиною.

## Answers

answer-source = Джерело: { $source }. Дата інформації: { $date }
answer-volatile = Це може змінитися. Будь ласка, запитайте тут: { $office }.
answer-outdated = Увага: ця відповідь ({ $date }), можливо, вже не правильна. Будь ласка, запитайте тут: { $office }.
button-helpful-yes = Це допомогло
button-helpful-no = Це не допомогло
helpful-thanks = Дякую за ваш відгук.
helpful-sorry = Мені шкода. Хочете поговорити з людиною?

## Not understood

not-understood = Мені це незрозуміло. Будь ласка, напишіть іншими словами. Або натисніть кнопку.
out-of-scope = Про це я нічого не можу сказати. Я допомагаю із запитаннями про приїзд і життя в Дортмунді.
did-you-mean = Ви маєте на увазі це?
button-none-of-these = Нічого з цього
handover-offer = Хочете поговорити з людиною?

intent-questionnaire = Заповнити анкету
intent-book = Записатися на зустріч
intent-reschedule = Перенести зустріч
intent-cancel-appointment = Скасувати зустріч
intent-my-appointments = Мої зустрічі
intent-human = Поговорити з людиною
intent-change-language = Змінити мову
intent-places-nearby = Місця поблизу
intent-delete-data = Видалити мої дані
intent-export-data = Переглянути мої дані
intent-help = Допомога
intent-affirm = Так
intent-deny = Ні
intent-back = Назад
intent-skip = Пропустити
intent-why = Чому?
intent-stop = Пауза
intent-greet = Вітаю
intent-thanks = Дякую
intent-goodbye = До побачення
intent-repeat = Ще раз

## Small talk

small-greet = Добрий день. Чим можу допомогти?
small-thanks = Будь ласка.
small-goodbye = До побачення. Ви можете будь-коли написати знову.
small-nothing-open = Зараз немає запитання без відповіді. Що ви хочете зробити?
small-all-right = Добре.
small-why-nothing = Зараз я нічого не запитую. Що ви хочете знати?
small-stopped = Добре. Ви можете продовжити будь-коли.

## Language

language-which = Яку мову ви хочете?
language-switched = Мова розмови тепер: { $name }.
language-unknown = Цією мовою я не говорю. Я знаю такі мови:
language-not-spoken =
    На жаль, цією мовою я ще не говорю. Я знаю такі мови:
    { $names }
language-offer = Хочете продовжити цією мовою: { $name }?
language-offer-yes = Так, продовжити: { $name }

## Consent

button-consent-yes = Так, погоджуюся
button-consent-no = Ні
consent-unclear = Будь ласка, дайте відповідь «так» або «ні».
consent-no-questionnaire = Добре. Без вашої згоди анкети не буде. Усім іншим ви можете користуватися далі.
consent-no-booking = Добре. Без вашої згоди я не можу зберегти зустріч. Ви можете прийти до сервісного центру MigraDo за адресою Friedensplatz 7.
consent-no-handover = Добре. Я не передаю розмову далі. Ви можете прийти до сервісного центру MigraDo за адресою Friedensplatz 7.
consent-name-questionnaire = Анкета
consent-name-booking = Зустрічі
consent-name-handover = Розмова з людиною
consent-withdrawn = Ваша згода більше не діє: «{ $consent }». Щоб видалити вже збережене, натисніть «Видалити все».

## Questionnaire

questionnaire-intro =
    { $questions ->
        [one] Буде приблизно { $questions } запитання.
        [few] Буде приблизно { $questions } запитання.
        [many] Буде приблизно { $questions } запитань.
       *[other] Буде приблизно { $questions } запитання.
    } Кожне запитання можна пропустити. Робіть паузу, коли захочете. Кожна відповідь одразу зберігається.
questionnaire-resumed = Продовжимо з того місця, де ви зупинилися.
questionnaire-question =
    Частина { $part } з { $parts }: { $part_name } · Запитання { $number } з { $numbers }

    { $question }
    { $hint }
    { $how }
how-one = Виберіть одну відповідь.
how-many = Виберіть усе, що підходить. Потім натисніть «Готово».
how-integer = Напишіть число.
how-decimal = Напишіть число.
how-date = Напишіть дату, наприклад 15.03.2024 або 03.2024.
how-text = Напишіть свою відповідь.
how-note = Напишіть «далі».
choice = { $choice }
choice-on = ✓ { $choice }
choice-off = ☐ { $choice }
button-choices-done = Готово ({ $count })
button-back = Назад
button-skip = Пропустити
button-why = Чому?
button-pause = Пауза
questionnaire-first = Це перше запитання.
questionnaire-paused = Пауза. Ваші відповіді збережено. Ви можете будь-коли продовжити з того самого запитання.
questionnaire-skipped = без відповіді
questionnaire-summary =
    Ось ваші відповіді. Усе правильно? Щоб змінити відповідь, натисніть її номер.

    { $answers }
questionnaire-summary-entry = { $number }. { $question } – { $answer }
questionnaire-summary-unclear = Натисніть «Усе правильно». Або напишіть номер відповіді, яку хочете змінити.
button-questionnaire-finish = Усе правильно
questionnaire-done = Дякую. Анкета готова. Хочете записатися на зустріч? Там можна поговорити про ваші відповіді.
questionnaire-finished-before = Ви вже заповнили анкету. Відповіді ще можна змінити.

problem-not-a-choice = Ця відповідь не підходить до запитання. Будь ласка, натисніть одну з кнопок.
problem-nothing-chosen = Ви ще нічого не вибрали. Виберіть щось або натисніть «Пропустити».
problem-not-a-number = Будь ласка, напишіть число, наприклад 3.
problem-not-a-date = Мені незрозуміла ця дата. Будь ласка, напишіть її так: 15.03.2024 або 03.2024.
problem-not-a-text = Будь ласка, напишіть відповідь текстом. Вона не повинна бути задовгою.
problem-too-long = Цей текст задовгий. Будь ласка, напишіть коротше.

## Booking

book-which-service =
    Про що йдеться?

    { $services }
book-service-entry = { $name }: { $about }
book-service-unclear = Будь ласка, натисніть на пропозицію або напишіть її номер.
book-which-day = { $service }: який день вам підходить?
book-day-unclear = Мені незрозуміло, який це день. Натисніть на день або напишіть, наприклад, 24.11.2026.
book-day-full = { $day }: на жаль, вільного часу немає.
book-which-time = { $day }: який час вам підходить?
book-time-unclear = Такого часу немає. Будь ласка, натисніть на час зі списку.
book-time-gone = Цей час щойно зайняли. Будь ласка, виберіть інший.
book-confirm =
    Будь ласка, перевірте:
    { $service }
    { $at }
    { $office }
    { $directions }
    Консультація: { $counsellor }

    { $bring }
book-confirm-unclear = Будь ласка, дайте відповідь «так» або «ні».
book-booked =
    Вашу зустріч призначено.
    { $service }
    { $at }
    { $office }
    { $directions }

    { $bring }
    Якщо не зможете прийти, будь ласка, скасуйте зустріч тут.
book-moved =
    Вашу зустріч перенесено. Ось нова зустріч:
    { $service }
    { $at }
    { $office }
    { $directions }
book-full = На жаль, у найближчі тижні вільного часу немає. Хочете поговорити з людиною?
book-nothing-offered = Зараз тут не можна записатися на зустріч. Хочете поговорити з людиною?
book-too-many = На цю консультацію зараз більше не можна записатися. Ви можете перенести або скасувати зустріч.
book-stopped = Добре. Нічого не заброньовано й не змінено.
button-cancel-booking = Припинити запис
button-book-confirm = Так, записатися
button-move-confirm = Так, перенести

appointments-none = У вас немає зустрічей.
appointments-list =
    Ваші зустрічі:

    { $appointments }
appointments-which-cancel =
    Яку зустріч ви хочете скасувати?

    { $appointments }
appointments-which-move =
    Яку зустріч ви хочете перенести?

    { $appointments }
appointments-entry = { $at }: { $service }. Місце: { $office }
appointments-cancel =
    Справді скасувати цю зустріч?
    { $service }
    { $at }
appointments-cancelled = Зустріч скасовано: { $service }, { $at }.
appointments-kept = Добре. Ваша зустріч залишається.
appointment-gone = Цієї зустрічі вже немає.
button-cancel-appointment = Скасувати: { $at }
button-move-appointment = Перенести: { $at }
button-cancel-yes = Так, скасувати
button-cancel-no = Ні, залишити

## Handover

handover-waiting = Ваше прохання передано. Людина з нашої команди відповість вам тут, щойно хтось звільниться. Ви вже можете написати, про що йдеться.
handover-still-waiting = Ваше повідомлення надійшло. Ви чекаєте на людину. Щойно хтось звільниться, ви отримаєте тут відповідь.
handover-closed-now = Зараз нікого немає. Ми будемо знову: { $opens }. Ваше прохання збережено. Тоді ви отримаєте тут відповідь.
handover-withdrawn = Добре. Я знову тут для вас.
handover-failed = Вибачте, у мене сталася помилка. Ваше повідомлення не загубилося. Людина з нашої команди займеться цим і відповість вам тут.
handover-joined = Тепер у розмові: { $author }.
handover-left = { $author } повертає розмову помічникові.
handover-ended = Розмову завершено. Ви можете будь-коли написати знову.
safety-offer = Повідомити зараз когось із наших консультантів?
button-human-now = Так, будь ласка, зараз
button-go-on = Продовжити розмову

## Places

places-where = У якому районі ви зараз? Можна також надіслати своє місцезнаходження.
places-unknown = Цього району я не знаю. Будь ласка, натисніть кнопку.
places-none = На жаль, тут я не знаю жодного місця. Хочете поговорити з людиною?
places-list =
    Тут ви знайдете допомогу:

    { $places }
places-entry =
    { $name }
    { $address }
    { $distance }
    { $phone }
    { $website }
    { $topics }
    { $languages }
    { $map }
    { $source }
button-whole-city = Усе місто

## My data

my-data-overview =
    Перший день: { $since }
    Ось що про вас відтоді збережено:
    • { $messages ->
        [one] { $messages } повідомлення
        [few] { $messages } повідомлення
        [many] { $messages } повідомлень
       *[other] { $messages } повідомлення
    }
    • { $answers ->
        [0] немає відповідей в анкеті
        [one] { $answers } відповідь в анкеті
        [few] { $answers } відповіді в анкеті
        [many] { $answers } відповідей в анкеті
       *[other] { $answers } відповіді в анкеті
    }
    • { $appointments ->
        [0] немає зустрічей
        [one] { $appointments } зустріч
        [few] { $appointments } зустрічі
        [many] { $appointments } зустрічей
       *[other] { $appointments } зустрічі
    }
    • { $notes ->
        [0] немає нотаток із консультації
        [one] { $notes } нотатка з консультації
        [few] { $notes } нотатки з консультації
        [many] { $notes } нотаток із консультації
       *[other] { $notes } нотатки з консультації
    }
    { $agreed ->
        [0] Ви ще ні на що не давали згоди.
       *[other] Ви дали згоду на таке:
    }
    { $consents }
my-data-copy = Ваші дані у файлі: { $name }
my-data-confirm-erase = Справді видалити все? Усі повідомлення, відповіді й зустрічі зникнуть. Призначені зустрічі буде скасовано. Повернути це ніхто не зможе.
my-data-kept = Добре. Нічого не видалено.
my-data-erased = Усе видалено. Ви можете будь-коли почати знову.
button-withdraw = Скасувати згоду: { $consent }
button-export = Отримати копію
button-erase = Видалити все
button-erase-yes = Так, видалити все
button-erase-no = Ні, залишити

copy-title = Ваші дані в Lotse
copy-made = Копію зроблено: { $at }.
copy-messages = Повідомлення
copy-questionnaire = Анкета
copy-appointments = Зустрічі
copy-consents = Ваша згода
copy-from-person = Ви
copy-from-assistant = Помічник
copy-from-staff = Консультація
copy-from-system = Сповіщення
copy-status-held = попередньо заброньовано
copy-status-confirmed = призначено
copy-status-cancelled = скасовано
copy-notes =
    { $count ->
        [0] У консультації не робили нотаток про вашу розмову.
        [one] У консультації зробили { $count } нотатку про вашу розмову. Копію можна отримати на ваше прохання.
        [few] У консультації зробили { $count } нотатки про вашу розмову. Копію можна отримати на ваше прохання.
        [many] У консультації зробили { $count } нотаток про вашу розмову. Копію можна отримати на ваше прохання.
       *[other] У консультації зробили { $count } нотатки про вашу розмову. Копію можна отримати на ваше прохання.
    }

## Nearby and languages

places-share = Найкраще надішліть мені своє місцезнаходження. Тоді я спочатку покажу, що поруч із вами.
places-distance = Приблизно { $distance } від вас
places-topics = Допомагають із: { $topics }
places-languages = Мови: { $languages }
places-map = [Показати на карті]({ $url })
button-places-topic = Місця для цього поблизу
button-places-more = Інші місця
language-gone = Цієї мови зараз тут немає. Тепер ми продовжимо такою мовою: { $name }. Ви також можете вибрати іншу мову.
