# What the assistant says outside topics. The German file is the master.

## Welcome and menu

welcome = Добро пожаловать. Я Lotse, цифровой помощник для всех, кто недавно приехал в Дортмунд. Я программа, а не человек. Выберите свой язык. Можно и просто написать мне.
welcome-back = С возвращением.
privacy-short = Ваши сообщения хранятся в зашифрованном виде. Вы можете в любое время посмотреть или удалить свои данные. Пожалуйста, не пишите здесь пароли и банковские данные.
menu = Что вам нужно? Нажмите кнопку или напишите свой вопрос.
help =
    Вот что я могу для вас сделать:
    • Ответить на вопросы о жизни в Дортмунде. Просто напишите, что вы хотите узнать.
    • Заполнить вместе с вами анкету. Тогда мы поймём, какая помощь вам нужна.
    • Записать вас на встречу для консультации.
    • Соединить вас с человеком.

    Если вы в опасности, звоните в полицию: 110. При пожаре или другом экстренном случае: 112.
topics = По какой теме у вас вопрос?
topics-group = { $group }: что вы хотите узнать?
topic-unknown = На эту тему у меня нет ответа.
text-missing = Этого текста сейчас нет. Пожалуйста, спросите человека.

group-arrival = Приезд в Дортмунд
group-residence = Право на проживание
group-language = Изучение немецкого
group-family = Семья, школа, детский сад
group-work = Работа
group-health = Здоровье
group-housing = Жильё
group-money = Деньги
group-everyday = Повседневная жизнь
group-counselling = Консультация
group-participation = Участие в жизни города
group-service = О нас

button-menu = Меню
button-topics = Вопросы и ответы
button-questionnaire = Заполнить анкету
button-questionnaire-resume = Продолжить анкету
button-book = Записаться на встречу
button-appointments = Мои встречи
button-places = Места рядом
button-human = Поговорить с человеком
button-language = Сменить язык
button-my-data = Мои данные
button-privacy = Защита данных
button-assistant = Назад к помощнику
button-stale = Эта кнопка от прошлого вопроса.
attachment-kept = Спасибо, мы это получили. Фотографии, файлы и голосовые сообщения я не могу открыть. Пожалуйста, напишите, о чём речь. Или поговорите с человеком.

## Answers

answer-source = Источник: { $source }. Дата информации: { $date }
answer-volatile = Это может измениться. Пожалуйста, спросите здесь: { $office }.
answer-outdated = Внимание: дата этого ответа – { $date }. Возможно, он уже неверный. Пожалуйста, спросите здесь: { $office }.
button-helpful-yes = Это помогло
button-helpful-no = Это не помогло
helpful-thanks = Спасибо за ваш отзыв.
helpful-sorry = Мне жаль. Хотите поговорить с человеком?

## Not understood

not-understood = Мне не удалось это понять. Пожалуйста, напишите другими словами. Или нажмите кнопку.
out-of-scope = Об этом я ничего не могу сказать. Я помогаю с вопросами о приезде и жизни в Дортмунде.
did-you-mean = Вы имеете в виду это?
button-none-of-these = Ничего из этого
handover-offer = Хотите поговорить с человеком?

intent-questionnaire = Заполнить анкету
intent-book = Записаться на встречу
intent-reschedule = Перенести встречу
intent-cancel-appointment = Отменить встречу
intent-my-appointments = Мои встречи
intent-human = Поговорить с человеком
intent-change-language = Сменить язык
intent-places-nearby = Места рядом
intent-delete-data = Удалить мои данные
intent-export-data = Посмотреть мои данные
intent-help = Помощь
intent-affirm = Да
intent-deny = Нет
intent-back = Назад
intent-skip = Пропустить
intent-why = Почему?
intent-stop = Пауза
intent-greet = Здравствуйте
intent-thanks = Спасибо
intent-goodbye = До свидания
intent-repeat = Ещё раз

## Small talk

small-greet = Здравствуйте. Чем я могу вам помочь?
small-thanks = Пожалуйста.
small-goodbye = До свидания. Вы можете снова написать в любое время.
small-nothing-open = Сейчас нет открытых вопросов. Что вы хотите сделать?
small-all-right = Хорошо.
small-why-nothing = Сейчас я ни о чём не спрашиваю. Что вы хотите узнать?
small-stopped = Хорошо. Вы можете продолжить в любое время.

## Language

language-which = Какой язык вы хотите?
language-switched = Теперь наш язык – { $name }.
language-unknown = Этого языка я не знаю. Я знаю такие языки:
language-not-spoken =
    К сожалению, этого языка я пока не знаю. Я знаю такие языки:
    { $names }
language-offer = Хотите продолжить на этом языке: { $name }?
language-offer-yes = Да, дальше: { $name }

## Consent

button-consent-yes = Да, даю согласие
button-consent-no = Нет
consent-unclear = Пожалуйста, ответьте «да» или «нет».
consent-no-questionnaire = Хорошо. Без вашего «да» анкеты не будет. Всем остальным вы можете пользоваться и дальше.
consent-no-booking = Хорошо. Без вашего «да» я не могу сохранить встречу. Вы можете прийти в центр услуг MigraDo, Friedensplatz 7.
consent-no-handover = Хорошо. Я не передаю этот разговор. Вы можете прийти в центр услуг MigraDo, Friedensplatz 7.
consent-name-questionnaire = Анкета
consent-name-booking = Встречи
consent-name-handover = Разговор с командой
consent-withdrawn = Ваше «да» для «{ $consent }» больше не действует. То, что уже сохранено, можно удалить кнопкой «Удалить всё».

## Questionnaire

questionnaire-intro =
    { $questions ->
        [one] Будет примерно { $questions } вопрос.
        [few] Будет примерно { $questions } вопроса.
        [many] Будет примерно { $questions } вопросов.
       *[other] Будет примерно { $questions } вопроса.
    } Каждый вопрос можно пропустить. Делайте паузу, когда захотите. Каждый ответ сохраняется сразу.
questionnaire-resumed = Мы продолжаем с того места, где вы остановились.
questionnaire-question =
    Часть { $part } из { $parts }: { $part_name } · Вопрос { $number } из { $numbers }

    { $question }
    { $hint }
    { $how }
how-one = Выберите один ответ.
how-many = Выберите всё, что верно. Потом нажмите «Готово».
how-integer = Напишите число.
how-decimal = Напишите число.
how-date = Напишите дату, например 15.03.2024 или 03.2024.
how-text = Напишите свой ответ.
how-note = Напишите «дальше».
choice = { $choice }
choice-on = ✓ { $choice }
choice-off = ☐ { $choice }
button-choices-done = Готово ({ $count })
button-back = Назад
button-skip = Пропустить
button-why = Почему?
button-pause = Пауза
questionnaire-first = Это первый вопрос.
questionnaire-paused = Пауза. Ваши ответы сохранены. Вы можете в любое время продолжить с этого же вопроса.
questionnaire-skipped = нет ответа
questionnaire-summary =
    Это ваши ответы. Всё верно? Чтобы изменить ответ, нажмите его номер.

    { $answers }
questionnaire-summary-entry = { $number }. { $question } – { $answer }
questionnaire-summary-unclear = Нажмите «Всё верно» или напишите номер ответа, который вы хотите изменить.
button-questionnaire-finish = Всё верно
questionnaire-done = Спасибо. Анкета готова. Хотите записаться на встречу? Там вы можете поговорить о своих ответах.
questionnaire-finished-before = Вы уже заполнили анкету. Ответы ещё можно изменить.

problem-not-a-choice = Этот ответ не подходит к вопросу. Пожалуйста, нажмите одну из кнопок.
problem-nothing-chosen = Пока ничего не выбрано. Выберите ответ или нажмите «Пропустить».
problem-not-a-number = Пожалуйста, напишите число, например 3.
problem-not-a-date = Эту дату мне не удалось понять. Пожалуйста, напишите так: 15.03.2024 или 03.2024.
problem-not-a-text = Пожалуйста, напишите ответ словами. Он не должен быть слишком длинным.
problem-too-long = Этот текст слишком длинный. Пожалуйста, напишите короче.

## Booking

book-which-service =
    О чём пойдёт речь?

    { $services }
book-service-entry = { $name }: { $about }
book-service-unclear = Пожалуйста, нажмите нужную консультацию или напишите её номер.
book-which-day = { $service }: какой день вам подходит?
book-day-unclear = Этот день мне не удалось понять. Нажмите день или напишите, например, 24.11.2026.
book-day-full = { $day }: свободного времени, к сожалению, нет.
book-which-time = { $day }: какое время вам подходит?
book-time-unclear = Такого времени здесь нет. Пожалуйста, нажмите одно из указанных.
book-time-gone = Это время только что занял кто-то другой. Пожалуйста, выберите другое.
book-confirm =
    Пожалуйста, проверьте:
    { $service }
    { $at }
    { $office }
    { $directions }
    Консультант: { $counsellor }

    { $bring }
book-confirm-unclear = Пожалуйста, ответьте «да» или «нет».
book-booked =
    Вы записаны на встречу.
    { $service }
    { $at }
    { $office }
    { $directions }

    { $bring }
    Если вы не сможете прийти, пожалуйста, отмените встречу здесь.
book-moved =
    Ваша встреча перенесена. Новые данные:
    { $service }
    { $at }
    { $office }
    { $directions }
book-full = К сожалению, в ближайшие недели свободного времени нет. Хотите поговорить с человеком?
book-nothing-offered = Сейчас здесь нельзя записаться на встречу. Хотите поговорить с человеком?
book-too-many = Больше встреч для этой консультации сейчас нельзя. Вы можете перенести или отменить встречу.
book-stopped = Хорошо. Мы ничего не записали и не изменили.
button-cancel-booking = Прервать
button-book-confirm = Да, записаться на встречу
button-move-confirm = Да, перенести встречу

appointments-none = У вас нет встреч.
appointments-list =
    Ваши встречи:

    { $appointments }
appointments-which-cancel =
    Какую встречу вы хотите отменить?

    { $appointments }
appointments-which-move =
    Какую встречу вы хотите перенести?

    { $appointments }
appointments-entry = { $at }: { $service }, { $office }
appointments-cancel =
    Вы точно хотите отменить эту встречу?
    { $service }
    { $at }
appointments-cancelled = Встреча отменена: { $service }, { $at }.
appointments-kept = Хорошо. Ваша встреча остаётся.
appointment-gone = Этой встречи больше нет.
button-cancel-appointment = Отменить: { $at }
button-move-appointment = Перенести: { $at }
button-cancel-yes = Да, отменить
button-cancel-no = Нет, оставить

## Handover

handover-waiting = Ваша просьба передана. Как только кто-то освободится, вам здесь ответит человек из нашей команды. Вы уже можете написать, о чём речь.
handover-still-waiting = Ваше сообщение пришло. Вы ждёте человека. Как только кто-то освободится, вы получите здесь ответ.
handover-closed-now = Сейчас никого нет. Мы снова будем здесь: { $opens }. Ваша просьба сохранена. Тогда вы получите здесь ответ.
handover-withdrawn = Хорошо. Я снова с вами.
handover-failed = Извините, у меня произошла ошибка. Ваше сообщение не потеряно. Человек из нашей команды займётся им и ответит вам здесь.
handover-joined = { $author } теперь в разговоре.
handover-left = { $author }: разговор возвращён помощнику.
handover-ended = Разговор закончен. Вы можете снова написать в любое время.
safety-offer = Сообщить сейчас консультанту?
button-human-now = Да, пожалуйста, сейчас
button-go-on = Продолжить разговор

## Places

places-where = В каком вы районе? Можно также отправить своё местоположение.
places-unknown = Такого района я не знаю. Пожалуйста, нажмите кнопку.
places-none = К сожалению, здесь я не знаю ни одного места. Хотите поговорить с человеком?
places-list =
    Здесь вам помогут:

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
button-whole-city = Весь город

## My data

my-data-overview =
    Вот что о вас сохранено, начиная с этой даты: { $since }
    • { $messages ->
        [one] { $messages } сообщение
        [few] { $messages } сообщения
        [many] { $messages } сообщений
       *[other] { $messages } сообщения
    }
    • { $answers ->
        [0] нет ответов в анкете
        [one] { $answers } ответ в анкете
        [few] { $answers } ответа в анкете
        [many] { $answers } ответов в анкете
       *[other] { $answers } ответа в анкете
    }
    • { $appointments ->
        [0] нет встреч
        [one] { $appointments } встреча
        [few] { $appointments } встречи
        [many] { $appointments } встреч
       *[other] { $appointments } встречи
    }
    • { $notes ->
        [0] нет заметок консультантов
        [one] { $notes } заметка консультантов
        [few] { $notes } заметки консультантов
        [many] { $notes } заметок консультантов
       *[other] { $notes } заметки консультантов
    }
    { $agreed ->
        [0] Вы пока ни на что не сказали «да».
        [one] Вы сказали «да» на это:
        [few] Вы сказали «да» на это:
        [many] Вы сказали «да» на это:
       *[other] Вы сказали «да» на это:
    }
    { $consents }
my-data-copy = Ваши данные в файле: { $name }
my-data-confirm-erase = Вы точно хотите всё удалить? Тогда исчезнут все сообщения, ответы и встречи. Назначенные встречи отменятся. Вернуть это не сможет никто.
my-data-kept = Хорошо. Ничего не удалено.
my-data-erased = Всё удалено. Вы можете начать заново в любое время.
button-withdraw = Отозвать «да»: { $consent }
button-export = Получить копию
button-erase = Удалить всё
button-erase-yes = Да, удалить всё
button-erase-no = Нет, оставить

copy-title = Ваши данные в Lotse
copy-made = Дата этой копии: { $at }.
copy-messages = Сообщения
copy-questionnaire = Анкета
copy-appointments = Встречи
copy-consents = Ваши согласия
copy-from-person = Вы
copy-from-assistant = Помощник
copy-from-staff = Консультант
copy-from-system = Уведомление
copy-status-held = зарезервировано
copy-status-confirmed = назначено
copy-status-cancelled = отменено
copy-notes =
    { $count ->
        [0] Консультанты не делали заметок о вашем разговоре.
        [one] Консультанты сделали { $count } заметку о вашем разговоре. Копию вы получите, если попросите.
        [few] Консультанты сделали { $count } заметки о вашем разговоре. Копию вы получите, если попросите.
        [many] Консультанты сделали { $count } заметок о вашем разговоре. Копию вы получите, если попросите.
       *[other] Консультанты сделали { $count } заметки о вашем разговоре. Копию вы получите, если попросите.
    }

## Nearby and languages

places-share = Лучше всего отправьте мне своё местоположение. Тогда я сначала покажу, что рядом с вами.
places-distance = Примерно { $distance } от вас
places-topics = Помогают по темам: { $topics }
places-languages = Языки: { $languages }
places-map = [Показать на карте]({ $url })
button-places-topic = Места по этой теме рядом
button-places-more = Другие места
language-gone = Этого языка здесь сейчас нет. Теперь мы продолжим на таком языке: { $name }. Вы можете выбрать и другой язык.
