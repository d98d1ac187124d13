telegram-name = Lotse Dortmund
telegram-short-description = Допомога всім, хто нещодавно в Дортмунді: запитання, записи на прийом, консультації. Безкоштовно.
telegram-description =
    Я Lotse, цифровий помічник для всіх, хто нещодавно в Дортмунді.

    • Я відповідаю на запитання про життя в Дортмунді.
    • Я допомагаю записатися на консультацію.
    • Я з’єдную вас із людиною.

    Натисніть «Почати». Потім виберіть свою мову.

    У небезпеці телефонуйте до поліції: 110. У разі нещасного випадку або пожежі: 112.

telegram-command-menu = Показати меню
telegram-command-language = Змінити мову
telegram-command-book = Записатися на прийом
telegram-command-appointments = Мої записи
telegram-command-person = Поговорити з людиною
telegram-command-data = Переглянути мої дані
telegram-command-stop = Зробити паузу
telegram-command-help = Що вміє Lotse?

telegram-private-only = Я допомагаю лише в особистому чаті. Там ніхто інший не читає. Будь ласка, напишіть мені безпосередньо. Цю групу я зараз залишаю.
