# What Telegram shows of the bot: its name, what it is for, and the commands in its menu.
# Limits: name 64 characters, description 512, short description 120, command 60.

telegram-name = Lotse Dortmund
telegram-short-description = Помощь всем, кто недавно приехал в Дортмунд: вопросы, встречи, консультация. Бесплатно.
telegram-description =
    Я Lotse, цифровой помощник для всех, кто недавно приехал в Дортмунд.

    • Я отвечаю на вопросы о жизни в Дортмунде.
    • Я помогаю записаться на встречу для консультации.
    • Я соединяю вас с человеком.

    Нажмите «Старт» (или «Запустить»). Потом выберите свой язык.

    Если вы в опасности, звоните в полицию: 110. При пожаре или другом экстренном случае: 112.

telegram-command-menu = Показать меню
telegram-command-language = Сменить язык
telegram-command-book = Записаться на встречу
telegram-command-appointments = Мои встречи
telegram-command-person = Поговорить с человеком
telegram-command-data = Посмотреть мои данные
telegram-command-stop = Сделать паузу
telegram-command-help = Что умеет Lotse?

telegram-private-only = Я помогаю только в личном чате. В группе читают и другие. Пожалуйста, напишите мне лично. Сейчас я выйду из этой группы.
