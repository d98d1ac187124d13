# What the assistant says outside topics. The German file is the master.

## Welcome and menu

welcome = Добре дошли. Аз съм Lotse, дигиталният помощник за всички, които са нови в Дортмунд. Аз съм програма, не човек. Изберете своя език. Можете и просто да ми пишете.
welcome-back = Добре дошли отново.
privacy-short = Вашите съобщения се пазят криптирани. Можете да видите или изтриете данните си по всяко време. Моля, не пишете тук пароли или банкови данни.
menu = От какво имате нужда? Натиснете бутон или напишете въпроса си.
help =
    Ето какво мога да направя за вас:
    • Да отговарям на въпроси за живота в Дортмунд. Просто напишете какво искате да знаете.
    • Да попълня въпросника заедно с вас. Тогава знаем от каква помощ имате нужда.
    • Да запазя час за консултация.
    • Да ви свържа с човек.

    При опасност се обадете на полицията: 110. При спешен случай или пожар: 112.
topics = За какво е вашият въпрос?
topics-group = { $group }: Какво искате да знаете?
topic-unknown = По тази тема нямам отговор.
text-missing = Този текст липсва в момента. Моля, попитайте човек.

group-arrival = Първи стъпки тук
group-residence = Право на пребиваване
group-language = Учене на немски
group-family = Семейство, училище, градина
group-work = Работа
group-health = Здраве
group-housing = Жилище
group-money = Пари
group-everyday = Всекидневие
group-counselling = Консултации
group-participation = Включете се
group-service = За нас

button-menu = Меню
button-topics = Въпроси и отговори
button-questionnaire = Попълване на въпросника
button-questionnaire-resume = Продължаване на въпросника
button-book = Запазване на час
button-appointments = Моите часове
button-places = Места наблизо
button-human = Разговор с човек
button-language = Смяна на езика
button-my-data = Моите данни
button-privacy = Защита на данните
button-assistant = Обратно към асистента
button-stale = Този бутон е от по-ранен въпрос.
attachment-kept = Благодаря, получих го. Не мога да отварям снимки, файлове и гласови съобщения. Моля, напишете за какво става дума. Или говорете с човек.

## Answers

answer-source = Източник: { $source }. Към дата: { $date }
answer-volatile = Това може да се промени. Моля, попитайте тук: { $office }.
answer-outdated = Внимание: този отговор е от { $date } и може вече да не е верен. Моля, попитайте тук: { $office }.
button-helpful-yes = Това ми помогна
button-helpful-no = Това не ми помогна
helpful-thanks = Благодаря за мнението.
helpful-sorry = Съжалявам. Искате ли да говорите с човек?

## Not understood

not-understood = Не разбрах това. Моля, напишете го с други думи. Или натиснете бутон.
out-of-scope = За това не мога да кажа нищо. Помагам с въпроси за първите стъпки и живота в Дортмунд.
did-you-mean = Това ли имате предвид?
button-none-of-these = Нищо от това
handover-offer = Искате ли да говорите с човек?

intent-questionnaire = Попълване на въпросника
intent-book = Запазване на час
intent-reschedule = Преместване на час
intent-cancel-appointment = Отказване на час
intent-my-appointments = Моите часове
intent-human = Разговор с човек
intent-change-language = Смяна на езика
intent-places-nearby = Места наблизо
intent-delete-data = Изтриване на моите данни
intent-export-data = Преглед на моите данни
intent-help = Помощ
intent-affirm = Да
intent-deny = Не
intent-back = Назад
intent-skip = Пропускане
intent-why = Защо?
intent-stop = Пауза
intent-greet = Здравейте
intent-thanks = Благодаря
intent-goodbye = Довиждане
intent-repeat = Още веднъж

## Small talk

small-greet = Добър ден. Какво мога да направя за вас?
small-thanks = Моля, няма защо.
small-goodbye = Довиждане. Можете да пишете отново по всяко време.
small-nothing-open = В момента няма отворен въпрос. Какво искате да направите?
small-all-right = Добре.
small-why-nothing = В момента нямам въпрос към вас. Какво искате да знаете?
small-stopped = Добре. Можете да продължите по всяко време.

## Language

language-which = Кой език искате?
language-switched = Сега говорим на този език: { $name }.
language-unknown = Не знам този език. Знам тези езици:
language-not-spoken =
    За съжаление още не знам този език. Знам тези езици:
    { $names }
language-offer = Искате ли да продължим на този език: { $name }?
language-offer-yes = Да, продължаваме: { $name }

## Consent

button-consent-yes = Да, приемам
button-consent-no = Не
consent-unclear = Моля, отговорете с „Да“ или „Не“.
consent-no-questionnaire = Добре. Без вашето „Да“ няма въпросник. Можете да използвате всичко останало.
consent-no-booking = Добре. Без вашето „Да“ не мога да запазя час. Можете да отидете в центъра за услуги MigraDo на Friedensplatz 7.
consent-no-handover = Добре. Няма да предам разговора. Можете да отидете в центъра за услуги MigraDo на Friedensplatz 7.
consent-name-questionnaire = Въпросник
consent-name-booking = Часове
consent-name-handover = Разговор с екипа
consent-withdrawn = Вашето „Да“ за „{ $consent }“ вече не важи. Записаното дотук можете да изтриете с „Изтриване на всичко“.

## Questionnaire

questionnaire-intro =
    { $questions ->
        [one] Има около един въпрос.
       *[other] Има около { $questions } въпроса.
    } Можете да пропуснете всеки въпрос. Правете пауза, когато искате. Всеки отговор се записва веднага.
questionnaire-resumed = Продължаваме оттам, където спряхте.
questionnaire-question =
    Част { $part } от { $parts }: { $part_name } · Въпрос { $number } от { $numbers }

    { $question }
    { $hint }
    { $how }
how-one = Изберете един отговор.
how-many = Изберете всичко, което е вярно. После натиснете „Готово“.
how-integer = Напишете число.
how-decimal = Напишете число.
how-date = Напишете датата, например 15.03.2024 или 03.2024.
how-text = Напишете отговора си.
how-note = Напишете „нататък“.
choice = { $choice }
choice-on = ✓ { $choice }
choice-off = ☐ { $choice }
button-choices-done = Готово ({ $count })
button-back = Назад
button-skip = Пропускане
button-why = Защо?
button-pause = Пауза
questionnaire-first = Това е първият въпрос.
questionnaire-paused = Пауза. Отговорите ви са записани. Можете да продължите от същия въпрос по всяко време.
questionnaire-skipped = без отговор
questionnaire-summary =
    Това са вашите отговори. Всичко вярно ли е? За промяна натиснете номера.

    { $answers }
questionnaire-summary-entry = { $number }. { $question } – { $answer }
questionnaire-summary-unclear = Натиснете „Всичко е вярно“ или напишете номера на отговора, който искате да промените.
button-questionnaire-finish = Всичко е вярно
questionnaire-done = Благодаря. Въпросникът е готов. Искате ли да запазите час? На срещата можете да говорите за отговорите си.
questionnaire-finished-before = Вече сте попълнили въпросника. Още можете да променяте отговори.

problem-not-a-choice = Този отговор не подхожда на въпроса. Моля, натиснете един от бутоните.
problem-nothing-chosen = Още не сте избрали нищо. Изберете нещо или натиснете „Пропускане“.
problem-not-a-number = Моля, напишете число, например 3.
problem-not-a-date = Не разбрах тази дата. Моля, напишете я така: 15.03.2024 или 03.2024.
problem-not-a-text = Моля, напишете отговора си като текст. Той не бива да е твърде дълъг.
problem-too-long = Този текст е твърде дълъг. Моля, напишете го по-кратко.

## Booking

book-which-service =
    За какво става дума?

    { $services }
book-service-entry = { $name }: { $about }
book-service-unclear = Моля, натиснете една от услугите или напишете нейния номер.
book-which-day = { $service }: Кой ден ви е удобен?
book-day-unclear = Не разбрах този ден. Натиснете ден или напишете например 24.11.2026.
book-day-full = За съжаление на { $day } няма свободен час.
book-which-time = { $day }: В колко часа ви е удобно?
book-time-unclear = Не намерих този час. Моля, натиснете един от посочените часове.
book-time-gone = Този час току-що беше зает. Моля, изберете друг.
book-confirm =
    Моля, проверете:
    { $service }
    { $at }
    { $office }
    { $directions }
    Консултант: { $counsellor }

    { $bring }
book-confirm-unclear = Моля, отговорете с „Да“ или „Не“.
book-booked =
    Часът ви е запазен.
    { $service }
    { $at }
    { $office }
    { $directions }

    { $bring }
    Ако не можете да дойдете, моля, откажете часа тук.
book-moved =
    Часът ви е преместен. Сега той е:
    { $service }
    { $at }
    { $office }
    { $directions }
book-full = За съжаление през следващите седмици няма свободен час. Искате ли да говорите с човек?
book-nothing-offered = В момента тук не може да се запазват часове. Искате ли да говорите с човек?
book-too-many = В момента не са възможни повече часове за тази услуга. Можете да преместите или откажете час.
book-stopped = Добре. Нищо не е запазено или променено.
button-cancel-booking = Прекъсване
button-book-confirm = Да, запазете часа
button-move-confirm = Да, преместете часа

appointments-none = Нямате запазен час.
appointments-list =
    Вашите часове:

    { $appointments }
appointments-which-cancel =
    Кой час искате да откажете?

    { $appointments }
appointments-which-move =
    Кой час искате да преместите?

    { $appointments }
appointments-entry = { $at }: { $service }, { $office }
appointments-cancel =
    Наистина ли искате да откажете този час?
    { $service }
    { $at }
appointments-cancelled = Часът е отказан: { $service }, { $at }.
appointments-kept = Добре. Часът ви остава.
appointment-gone = Този час вече не съществува.
button-cancel-appointment = Отказване: { $at }
button-move-appointment = Преместване: { $at }
button-cancel-yes = Да, откажете го
button-cancel-no = Не, остава

## Handover

handover-waiting = Предадох молбата ви. Човек от екипа ще ви отговори тук, щом някой се освободи. Можете вече да напишете за какво става дума.
handover-still-waiting = Съобщението ви е получено. Чакате човек. Щом някой се освободи, ще получите отговор тук.
handover-closed-now = В момента няма никого. Пак сме тук: { $opens }. Молбата ви е записана. Тогава ще получите отговор тук.
handover-withdrawn = Добре. Аз отново съм на ваше разположение.
handover-failed = Извинете, при мен стана грешка. Съобщението ви не е загубено. Човек от екипа ще се погрижи и ще ви отговори тук.
handover-joined = { $author } вече е в разговора.
handover-left = { $author } върна разговора на асистента.
handover-ended = Разговорът приключи. Можете да пишете отново по всяко време.
safety-offer = Да съобщя ли сега на консултант?
button-human-now = Да, сега
button-go-on = Продължаване на разговора

## Places

places-where = В кой квартал сте? Можете и да изпратите местоположението си.
places-unknown = Не познавам този квартал. Моля, натиснете бутон.
places-none = За съжаление тук не познавам такова място. Искате ли да говорите с човек?
places-list =
    Тук ще намерите помощ:

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
button-whole-city = Целият град

## My data

my-data-overview =
    Ето какво е записано за вас от { $since } насам:
    • { $messages ->
        [one] едно съобщение
       *[other] { $messages } съобщения
    }
    • { $answers ->
        [0] няма отговори във въпросника
        [one] един отговор във въпросника
       *[other] { $answers } отговора във въпросника
    }
    • { $appointments ->
        [0] няма часове
        [one] един час
       *[other] { $appointments } часа
    }
    • { $notes ->
        [0] няма бележки от консултантите
        [one] една бележка от консултантите
       *[other] { $notes } бележки от консултантите
    }
    { $agreed ->
        [0] Още за нищо не сте казали „Да“.
       *[other] Казали сте „Да“ за:
    }
    { $consents }
my-data-copy = Вашите данни като файл: { $name }
my-data-confirm-erase = Наистина ли искате да изтриете всичко? Тогава всички съобщения, отговори и часове изчезват. Запазените часове се отказват. Никой не може да върне това.
my-data-kept = Добре. Нищо не е изтрито.
my-data-erased = Всичко е изтрито. Можете да започнете отново по всяко време.
button-withdraw = Оттегляне на „Да“: { $consent }
button-export = Получаване на копие
button-erase = Изтриване на всичко
button-erase-yes = Да, изтрийте всичко
button-erase-no = Не, запазете

copy-title = Вашите данни в Lotse
copy-made = Това копие е от { $at }.
copy-messages = Съобщения
copy-questionnaire = Въпросник
copy-appointments = Часове
copy-consents = Вашето съгласие
copy-from-person = Вие
copy-from-assistant = Асистент
copy-from-staff = Консултант
copy-from-system = Съобщение от системата
copy-status-held = временно запазен
copy-status-confirmed = запазен
copy-status-cancelled = отказан
copy-notes =
    { $count ->
        [0] Консултантите нямат бележки за вашия разговор.
        [one] Консултантите имат една бележка за вашия разговор. Можете да поискате копие от нея.
       *[other] Консултантите имат { $count } бележки за вашия разговор. Можете да поискате копие от тях.
    }

## Nearby and languages

places-share = Най-добре ми изпратете местоположението си. Тогава първо показвам какво има близо до вас.
places-distance = На около { $distance } от вас
places-topics = Помага за: { $topics }
places-languages = Езици: { $languages }
places-map = [Покажи на картата]({ $url })
button-places-topic = Места за това наблизо
button-places-more = Още места
language-gone = Този език сега не е наличен тук. Продължаваме на този език: { $name }. Можете да изберете и друг език.
