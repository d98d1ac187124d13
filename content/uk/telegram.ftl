telegram-name = Lotse Dortmund
telegram-short-description = Допомога всім, хто недавно приїхав до Дортмунда: запитання, зустрічі, консультації. Безкоштовно.
telegram-description =
    Я Lotse, цифровий помічник для всіх, хто недавно приїхав до Дортмунда.

    • Я відповідаю на запитання про життя в Дортмунді.
    • Я записую вас на зустріч для консультації.
    • Я з’єдную вас із людиною.

    Натисніть «Почати». Потім виберіть свою мову.

    Якщо ви в небезпеці, телефонуйте в поліцію: 110. У разі пожежі чи іншого екстреного випадку: 112.

telegram-command-menu = Показати меню
telegram-command-language = Змінити мову
telegram-command-book = Записатися на зустріч
telegram-command-appointments = Мої зустрічі
telegram-command-person = Поговорити з людиною
telegram-command-data = Переглянути мої дані
telegram-command-stop = Зробити паузу
telegram-command-help = Що вміє Lotse?

telegram-private-only = Я допомагаю лише в особистому чаті. У групі читають і інші. Будь ласка, напишіть мені безпосередньо. Цю групу я зараз залишаю.
