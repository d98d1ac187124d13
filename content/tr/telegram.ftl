# What Telegram shows of the bot: its name, what it is for, and the commands in its menu.
# Limits: name 64 characters, description 512, short description 120, command 60.

telegram-name = Lotse Dortmund
telegram-short-description = Dortmund’a yeni gelen herkese yardım: sorular, randevular, danışmanlık. Ücretsiz.
telegram-description =
    Ben Lotse, Dortmund’a yeni gelen herkesin dijital yardımcısıyım.

    • Dortmund’daki yaşamla ilgili sorularınızı yanıtlarım.
    • Sizinle birlikte danışmanlık randevusu alırım.
    • Sizi bir insana bağlarım.

    “Başlat” düğmesine dokunun. Sonra dilinizi seçin.

    Tehlikedeyseniz polisi arayın: 110. Acil durumda veya yangında: 112.

telegram-command-menu = Menüyü göster
telegram-command-language = Dili değiştir
telegram-command-book = Randevu al
telegram-command-appointments = Randevularım
telegram-command-person = Bir insanla konuş
telegram-command-data = Verilerimi gör
telegram-command-stop = Ara ver
telegram-command-help = Lotse neler yapabilir?

telegram-private-only = Yalnızca bire bir konuşmada yardım ederim. Grupta başkaları da okur. Lütfen bana doğrudan yazın. Şimdi bu gruptan ayrılıyorum.
