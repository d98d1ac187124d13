# What Telegram shows of the bot: its name, what it is for, and the commands in its menu.
# Limits: name 64 characters, description 512, short description 120, command 60.

telegram-name = Lotse Dortmund
telegram-short-description = Помощ за всички, които са нови в Дортмунд: въпроси, часове, консултации. Безплатно.
telegram-description =
    Аз съм Lotse, дигиталният помощник за всички, които са нови в Дортмунд.

    • Отговарям на въпроси за живота в Дортмунд.
    • Запазвам с вас час за консултация.
    • Свързвам ви с човек.

    Натиснете „Старт“. После изберете своя език.

    При опасност се обадете на полицията: 110. При спешен случай или пожар: 112.

telegram-command-menu = Показване на менюто
telegram-command-language = Смяна на езика
telegram-command-book = Запазване на час
telegram-command-appointments = Моите часове
telegram-command-person = Разговор с човек
telegram-command-data = Преглед на моите данни
telegram-command-stop = Пауза
telegram-command-help = Какво може Lotse?

telegram-private-only = Помагам само в личен разговор. В група четат и други хора. Моля, пишете ми директно. Сега напускам тази група.
