# What the assistant says outside topics. The German file is the master.

## Welcome and menu

welcome = خوش آمدید. من Lotse هستم، کمک‌رسان دیجیتال برای همه کسانی که تازه به دورتموند آمده‌اند. من یک برنامه هستم، نه یک انسان. زبان خود را انتخاب کنید. می‌توانید مستقیم هم برای من بنویسید.
welcome-back = دوباره خوش آمدید.
privacy-short = پیام‌های شما به شکل رمزگذاری‌شده ذخیره می‌شوند. هر وقت بخواهید می‌توانید اطلاعات خود را ببینید یا پاک کنید. لطفاً اینجا رمز عبور یا اطلاعات بانکی ننویسید.
menu = چه چیزی لازم دارید؟ روی یک دکمه بزنید یا سوال خود را بنویسید.
help =
    این کارها را می‌توانم برای شما انجام دهم:
    • به سوال‌های شما درباره زندگی در دورتموند جواب می‌دهم. فقط بنویسید چه می‌خواهید بدانید.
    • پرسشنامه را با شما پر می‌کنم. این‌طور می‌فهمیم چه کمکی لازم دارید.
    • برای مشاوره وقت ملاقات می‌گیرم.
    • شما را به یک نفر از تیم ما وصل می‌کنم.

    در وقت خطر به پلیس زنگ بزنید: 110. در وضعیت اضطراری یا آتش‌سوزی: 112.
topics = درباره کدام موضوع سوال دارید؟
topics-group = { $group }: چه می‌خواهید بدانید؟
topic-unknown = درباره این موضوع جوابی ندارم.
text-missing = این متن فعلاً موجود نیست. لطفاً از یک نفر از تیم ما بپرسید.

group-arrival = شروع زندگی در دورتموند
group-residence = اقامت
group-language = یاد گرفتن آلمانی
group-family = خانواده، مدرسه، کودکستان
group-work = کار
group-health = صحت و سلامتی
group-housing = خانه
group-money = پول
group-everyday = زندگی روزمره
group-counselling = مشاوره
group-participation = مشارکت در جامعه
group-service = درباره ما

button-menu = منو
button-topics = سوال‌ها و جواب‌ها
button-questionnaire = پر کردن پرسشنامه
button-questionnaire-resume = ادامه پرسشنامه
button-book = گرفتن وقت ملاقات
button-appointments = وقت‌های ملاقات من
button-places = جاهای نزدیک
button-human = صحبت با یک نفر از تیم ما
button-language = تغییر زبان
button-my-data = اطلاعات من
button-privacy = حفاظت از اطلاعات
button-assistant = برگشت به دستیار دیجیتال
button-stale = این دکمه مربوط به یک سوال قبلی است.
attachment-kept = تشکر، آنچه فرستادید رسید. من نمی‌توانم عکس، فایل و پیام صوتی را باز کنم. لطفاً بنویسید موضوع چیست. یا با یک نفر از تیم ما صحبت کنید.

## Answers

answer-source = منبع: { $source }. تاریخ اطلاعات: { $date }.
answer-volatile = این ممکن است تغییر کند. لطفاً از اینجا بپرسید: { $office }.
answer-outdated = توجه: این جواب از تاریخ { $date } است و شاید دیگر درست نباشد. لطفاً از اینجا بپرسید: { $office }.
button-helpful-yes = این به من کمک کرد
button-helpful-no = این به من کمک نکرد
helpful-thanks = تشکر از نظر شما.
helpful-sorry = متأسفم. می‌خواهید با یک نفر از تیم ما صحبت کنید؟

## Not understood

not-understood = این را نفهمیدم. لطفاً با کلمه‌های دیگر بنویسید. یا روی یک دکمه بزنید.
out-of-scope = در این باره نمی‌توانم چیزی بگویم. من درباره آمدن به دورتموند و زندگی در آن کمک می‌کنم.
did-you-mean = منظور شما این است؟
button-none-of-these = هیچ‌کدام
handover-offer = می‌خواهید با یک نفر از تیم ما صحبت کنید؟

intent-questionnaire = پر کردن پرسشنامه
intent-book = گرفتن وقت ملاقات
intent-reschedule = تغییر وقت ملاقات
intent-cancel-appointment = لغو وقت ملاقات
intent-my-appointments = وقت‌های ملاقات من
intent-human = صحبت با یک نفر از تیم ما
intent-change-language = تغییر زبان
intent-places-nearby = جاهای نزدیک
intent-delete-data = پاک کردن اطلاعات من
intent-export-data = دیدن اطلاعات من
intent-help = کمک
intent-affirm = بله
intent-deny = نه
intent-back = برگشت
intent-skip = گذشتن از سوال
intent-why = چرا؟
intent-stop = استراحت
intent-greet = سلام
intent-thanks = تشکر
intent-goodbye = خداحافظ
intent-repeat = یک بار دیگر

## Small talk

small-greet = سلام. چه کمکی می‌توانم بکنم؟
small-thanks = خواهش می‌کنم.
small-goodbye = خداحافظ. هر وقت بخواهید می‌توانید دوباره بنویسید.
small-nothing-open = فعلاً سوالی باز نیست. چه کار می‌خواهید بکنید؟
small-all-right = بسیار خوب.
small-why-nothing = من فعلاً چیزی نپرسیده‌ام. چه می‌خواهید بدانید؟
small-stopped = بسیار خوب. هر وقت بخواهید می‌توانید ادامه دهید.

## Language

language-which = کدام زبان را می‌خواهید؟
language-switched = زبان گفتگو حالا این است: { $name }.
language-unknown = این زبان را بلد نیستم. این زبان‌ها را بلد هستم:
language-not-spoken =
    متأسفانه این زبان را هنوز بلد نیستم. این زبان‌ها را بلد هستم:
    { $names }
language-offer = می‌خواهید به این زبان ادامه دهید: { $name }؟
language-offer-yes = بله، ادامه به زبان: { $name }

## Consent

button-consent-yes = بله، موافقم
button-consent-no = نه
consent-unclear = لطفاً با بله یا نه جواب دهید.
consent-no-questionnaire = بسیار خوب. بدون موافقت شما پرسشنامه شروع نمی‌شود. از همه چیزهای دیگر می‌توانید استفاده کنید.
consent-no-booking = بسیار خوب. بدون موافقت شما نمی‌توانم وقت ملاقات را ذخیره کنم. می‌توانید به مرکز خدمات MigraDo بروید، آدرس: Friedensplatz 7.
consent-no-handover = بسیار خوب. گفتگو را به کسی نمی‌دهم. می‌توانید به مرکز خدمات MigraDo بروید، آدرس: Friedensplatz 7.
consent-name-questionnaire = پرسشنامه
consent-name-booking = وقت‌های ملاقات
consent-name-handover = صحبت با تیم
consent-withdrawn = موافقت شما با «{ $consent }» دیگر اعتبار ندارد. آنچه را که قبلاً ذخیره شده است، با «پاک کردن همه چیز» پاک کنید.

## Questionnaire

questionnaire-intro =
    { $questions ->
        [one] حدود { $questions } سوال هست.
       *[other] حدود { $questions } سوال هست.
    } از هر سوال می‌توانید بگذرید. هر وقت خواستید استراحت کنید. هر جواب فوراً ذخیره می‌شود.
questionnaire-resumed = از همان جایی که مانده بودید ادامه می‌دهیم.
questionnaire-question =
    بخش { $part } از { $parts }: { $part_name } · سوال { $number } از { $numbers }

    { $question }
    { $hint }
    { $how }
how-one = یک جواب را انتخاب کنید.
how-many = همه جواب‌های درست را انتخاب کنید. بعد روی «تمام» بزنید.
how-integer = یک عدد بنویسید.
how-decimal = یک عدد بنویسید.
how-date = تاریخ را بنویسید، مثلاً 15.03.2024 یا 03.2024.
how-text = جواب خود را بنویسید.
how-note = بنویسید «ادامه».
choice = { $choice }
choice-on = ✓ { $choice }
choice-off = ☐ { $choice }
button-choices-done = تمام ({ $count })
button-back = برگشت
button-skip = گذشتن از سوال
button-why = چرا؟
button-pause = استراحت
questionnaire-first = این اولین سوال است.
questionnaire-paused = استراحت. جواب‌های شما ذخیره شده است. هر وقت بخواهید می‌توانید از همین سوال ادامه دهید.
questionnaire-skipped = بدون جواب
questionnaire-summary =
    این‌ها جواب‌های شما هستند. همه درست است؟ برای تغییر، روی شماره بزنید.

    { $answers }
questionnaire-summary-entry = { $number }. { $question } جواب: { $answer }
questionnaire-summary-unclear = روی «همه درست است» بزنید. یا شماره جوابی را بنویسید که می‌خواهید تغییر دهید.
button-questionnaire-finish = همه درست است
questionnaire-done = تشکر. پرسشنامه تمام شد. می‌خواهید وقت ملاقات بگیرید؟ آنجا می‌توانید درباره جواب‌های خود صحبت کنید.
questionnaire-finished-before = شما پرسشنامه را قبلاً پر کرده‌اید. هنوز می‌توانید جواب‌ها را تغییر دهید.

problem-not-a-choice = این جواب مناسب سوال نیست. لطفاً روی یکی از دکمه‌ها بزنید.
problem-nothing-chosen = هنوز چیزی انتخاب نکرده‌اید. چیزی انتخاب کنید یا روی «گذشتن از سوال» بزنید.
problem-not-a-number = لطفاً یک عدد بنویسید، مثلاً 3.
problem-not-a-date = این تاریخ را نفهمیدم. لطفاً این‌طور بنویسید: 15.03.2024 یا 03.2024.
problem-not-a-text = لطفاً جواب خود را به شکل متن بنویسید. متن نباید خیلی طولانی باشد.
problem-too-long = این متن خیلی طولانی است. لطفاً کوتاه‌تر بنویسید.

## Booking

book-which-service =
    موضوع چیست؟

    { $services }
book-service-entry = { $name }: { $about }
book-service-unclear = لطفاً روی یکی از خدمات بزنید یا شماره آن را بنویسید.
book-which-day = { $service }: کدام روز برای شما خوب است؟
book-day-unclear = این روز را نفهمیدم. روی یک روز بزنید یا مثلاً بنویسید 24.11.2026.
book-day-full = متأسفانه در این روز وقت خالی نیست: { $day }.
book-which-time = { $day }: کدام ساعت برای شما خوب است؟
book-time-unclear = این ساعت را پیدا نکردم. لطفاً روی یکی از ساعت‌ها بزنید.
book-time-gone = این وقت ملاقات همین حالا گرفته شد. لطفاً یک وقت دیگر انتخاب کنید.
book-confirm =
    لطفاً بررسی کنید:
    { $service }
    { $at }
    { $office }
    { $directions }
    مشاور: { $counsellor }

    { $bring }
book-confirm-unclear = لطفاً با بله یا نه جواب دهید.
book-booked =
    وقت ملاقات شما ثبت شد.
    { $service }
    { $at }
    { $office }
    { $directions }

    { $bring }
    اگر نمی‌توانید بیایید، لطفاً وقت ملاقات را همین‌جا لغو کنید.
book-moved =
    وقت ملاقات شما تغییر کرد. وقت جدید:
    { $service }
    { $at }
    { $office }
    { $directions }
book-full = متأسفانه در هفته‌های آینده وقت خالی نیست. می‌خواهید با یک نفر از تیم ما صحبت کنید؟
book-nothing-offered = فعلاً اینجا نمی‌شود وقت ملاقات گرفت. می‌خواهید با یک نفر از تیم ما صحبت کنید؟
book-too-many = فعلاً برای این خدمت وقت ملاقات بیشتری ممکن نیست. می‌توانید یک وقت ملاقات را تغییر دهید یا لغو کنید.
book-stopped = بسیار خوب. وقت ملاقاتی گرفته نشد و چیزی تغییر نکرد.
button-cancel-booking = انصراف
button-book-confirm = بله، وقت ملاقات ثبت شود
button-move-confirm = بله، وقت ملاقات تغییر کند

appointments-none = شما وقت ملاقات ندارید.
appointments-list =
    وقت‌های ملاقات شما:

    { $appointments }
appointments-which-cancel =
    کدام وقت ملاقات را می‌خواهید لغو کنید؟

    { $appointments }
appointments-which-move =
    کدام وقت ملاقات را می‌خواهید تغییر دهید؟

    { $appointments }
appointments-entry = { $at }: { $service }، محل: { $office }
appointments-cancel =
    واقعاً می‌خواهید این وقت ملاقات را لغو کنید؟
    { $service }
    { $at }
appointments-cancelled = وقت ملاقات لغو شد: { $service }، { $at }.
appointments-kept = بسیار خوب. وقت ملاقات شما سر جای خود می‌ماند.
appointment-gone = این وقت ملاقات دیگر وجود ندارد.
button-cancel-appointment = لغو: { $at }
button-move-appointment = تغییر: { $at }
button-cancel-yes = بله، لغو شود
button-cancel-no = نه، بماند

## Handover

handover-waiting = درخواست شما را به تیم ما دادم. وقتی کسی آزاد شود، یک نفر از تیم ما همین‌جا به شما جواب می‌دهد. از همین حالا می‌توانید بنویسید موضوع چیست.
handover-still-waiting = پیام شما رسید. شما منتظر یک نفر از تیم ما هستید. وقتی کسی آزاد شود، همین‌جا جواب می‌گیرید.
handover-closed-now = فعلاً کسی اینجا نیست. ما در این وقت برمی‌گردیم: { $opens }. درخواست شما ذخیره شده است. آن وقت همین‌جا جواب می‌گیرید.
handover-withdrawn = بسیار خوب. من دوباره در خدمت شما هستم.
handover-failed = ببخشید، در کار من یک خطا پیش آمد. پیام شما گم نشده است. یک نفر از تیم ما به آن رسیدگی می‌کند و همین‌جا به شما جواب می‌دهد.
handover-joined = حالا این شخص در گفتگو است: { $author }.
handover-left = گفتگو با { $author } تمام شد. گفتگو به دستیار دیجیتال برگشت.
handover-ended = گفتگو تمام شد. هر وقت بخواهید می‌توانید دوباره بنویسید.
safety-offer = همین حالا به یک نفر از تیم مشاوره خبر بدهم؟
button-human-now = بله، لطفاً همین حالا
button-go-on = ادامه گفتگو

## Places

places-where = در کدام محله هستید؟ می‌توانید موقعیت خود را هم بفرستید.
places-unknown = این محله را نمی‌شناسم. لطفاً روی یک دکمه بزنید.
places-none = متأسفانه اینجا جایی را نمی‌شناسم. می‌خواهید با یک نفر از تیم ما صحبت کنید؟
places-list =
    اینجا کمک پیدا می‌کنید:

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
button-whole-city = تمام شهر

## My data

my-data-overview =
    این‌ها درباره شما ذخیره شده است، از { $since }:
    • { $messages ->
        [one] { $messages } پیام
       *[other] { $messages } پیام
    }
    • { $answers ->
        [0] هیچ جوابی در پرسشنامه
        [one] { $answers } جواب در پرسشنامه
       *[other] { $answers } جواب در پرسشنامه
    }
    • { $appointments ->
        [0] بدون وقت ملاقات
        [one] { $appointments } وقت ملاقات
       *[other] { $appointments } وقت ملاقات
    }
    • { $notes ->
        [0] هیچ یادداشتی از تیم مشاوره
        [one] { $notes } یادداشت از تیم مشاوره
       *[other] { $notes } یادداشت از تیم مشاوره
    }
    { $agreed ->
        [0] شما هنوز با چیزی موافقت نکرده‌اید.
       *[other] شما با این‌ها موافقت کرده‌اید:
    }
    { $consents }
my-data-copy = اطلاعات شما به شکل فایل: { $name }
my-data-confirm-erase = واقعاً می‌خواهید همه چیز را پاک کنید؟ همه پیام‌ها، جواب‌ها و وقت‌های ملاقات از بین می‌روند. وقت‌های ملاقات گرفته‌شده لغو می‌شوند. هیچ‌کس نمی‌تواند آن‌ها را برگرداند.
my-data-kept = بسیار خوب. هیچ چیز پاک نشد.
my-data-erased = همه چیز پاک شد. هر وقت بخواهید می‌توانید از نو شروع کنید.
button-withdraw = پس گرفتن موافقت: { $consent }
button-export = گرفتن کپی
button-erase = پاک کردن همه چیز
button-erase-yes = بله، همه چیز پاک شود
button-erase-no = نه، بماند

copy-title = اطلاعات شما نزد Lotse
copy-made = این کپی از تاریخ { $at } است.
copy-messages = پیام‌ها
copy-questionnaire = پرسشنامه
copy-appointments = وقت‌های ملاقات
copy-consents = موافقت شما
copy-from-person = شما
copy-from-assistant = دستیار دیجیتال
copy-from-staff = مشاوره
copy-from-system = توجه
copy-status-held = نگه داشته شده
copy-status-confirmed = ثبت شده
copy-status-cancelled = لغو شده
copy-notes =
    { $count ->
        [0] تیم مشاوره درباره گفتگوی شما هیچ یادداشتی ننوشته است.
        [one] تیم مشاوره درباره گفتگوی شما { $count } یادداشت نوشته است. اگر درخواست کنید، یک کپی از آن می‌گیرید.
       *[other] تیم مشاوره درباره گفتگوی شما { $count } یادداشت نوشته است. اگر درخواست کنید، یک کپی از آن‌ها می‌گیرید.
    }

## Nearby and languages

places-share = بهتر است موقعیت خود را برایم بفرستید. آن وقت اول جاهای نزدیک شما را نشان می‌دهم.
places-distance = حدود { $distance } از شما فاصله دارد
places-topics = کمک برای: { $topics }
places-languages = زبان‌ها: { $languages }
places-map = [نمایش روی نقشه]({ $url })
button-places-topic = جاهای نزدیک برای این موضوع
button-places-more = جاهای بیشتر
language-gone = این زبان فعلاً اینجا در دسترس نیست. حالا به این زبان ادامه می‌دهیم: { $name }. می‌توانید زبان دیگری هم انتخاب کنید.
