# What Telegram shows of the bot: its name, what it is for, and the commands in its menu.
# Limits: name 64 characters, description 512, short description 120, command 60.

telegram-name = Lotse دورتموند
telegram-short-description = کمک برای همه تازه‌واردان در دورتموند: سوال‌ها، وقت ملاقات، مشاوره. رایگان.
telegram-description =
    من Lotse هستم، کمک‌رسان دیجیتال برای همه کسانی که تازه به دورتموند آمده‌اند.

    • به سوال‌ها درباره زندگی در دورتموند جواب می‌دهم.
    • با شما برای مشاوره وقت ملاقات می‌گیرم.
    • شما را به یک نفر از تیم ما وصل می‌کنم.

    روی دکمه شروع (Start) بزنید. بعد زبان خود را انتخاب کنید.

    در وقت خطر به پلیس زنگ بزنید: 110. در وضعیت اضطراری یا آتش‌سوزی: 112.

telegram-command-menu = نشان دادن منو
telegram-command-language = تغییر زبان
telegram-command-book = گرفتن وقت ملاقات
telegram-command-appointments = وقت‌های ملاقات من
telegram-command-person = صحبت با یک نفر از تیم ما
telegram-command-data = دیدن اطلاعات من
telegram-command-stop = استراحت
telegram-command-help = برنامه Lotse چه کار می‌تواند بکند؟

telegram-private-only = من فقط در گفتگوی خصوصی کمک می‌کنم. در گروه، دیگران هم می‌خوانند. لطفاً مستقیم برای من بنویسید. حالا از این گروه بیرون می‌روم.
