# What the assistant says outside topics. The German file is the master.

## Welcome and menu

welcome = أهلًا وسهلًا. أنا Lotse، المساعد الرقمي لكل القادمين الجدد إلى دورتموند. أنا برنامج ولست إنسانًا. اختاروا لغتكم. ويمكنكم أيضًا أن تكتبوا لي مباشرة.
welcome-back = أهلًا بكم من جديد.
privacy-short = نحفظ رسائلكم بشكل مشفّر. يمكنكم في أي وقت أن تروا بياناتكم أو تحذفوها. يُرجى عدم كتابة كلمات السر أو بيانات البنك هنا.
menu = ماذا تحتاجون؟ اضغطوا على زر أو اكتبوا سؤالكم.
help =
    هذا ما يمكنني أن أفعله لكم:
    • أجيب عن أسئلتكم حول الحياة في دورتموند. اكتبوا ما تريدون أن تعرفوه.
    • أملأ الاستبيان معكم. هكذا نعرف أي مساعدة تحتاجون.
    • أحجز لكم موعدًا للاستشارة.
    • أوصلكم بشخص من فريقنا.

    في حالة الخطر اتصلوا بالشرطة: 110. في حالة الطوارئ أو الحريق: 112.
topics = عن أي موضوع تسألون؟
topics-group = { $group }: ماذا تريدون أن تعرفوا؟
topic-unknown = ليس لدي جواب عن هذا الموضوع.
text-missing = هذا النص غير موجود الآن. يُرجى سؤال شخص من فريقنا.

group-arrival = البداية في دورتموند
group-residence = الإقامة
group-language = تعلّم الألمانية
group-family = العائلة والمدرسة والروضة
group-work = العمل
group-health = الصحة
group-housing = السكن
group-money = المال
group-everyday = الحياة اليومية
group-counselling = الاستشارة
group-participation = المشاركة في المجتمع
group-service = من نحن

button-menu = القائمة
button-topics = أسئلة وأجوبة
button-questionnaire = ملء الاستبيان
button-questionnaire-resume = متابعة الاستبيان
button-book = حجز موعد
button-appointments = مواعيدي
button-places = أماكن قريبة
button-human = التحدث مع شخص
button-language = تغيير اللغة
button-my-data = بياناتي
button-privacy = حماية البيانات
button-assistant = العودة إلى المساعد الرقمي
button-stale = هذا الزر يخص سؤالًا سابقًا.
attachment-kept = شكرًا، لقد وصل ما أرسلتم. لا أستطيع فتح الصور والملفات والرسائل الصوتية. يُرجى كتابة ما تحتاجون إليه. أو تحدثوا مع شخص.

## Answers

answer-source = المصدر: { $source }. تاريخ المعلومات: { $date }.
answer-volatile = قد يتغيّر هذا. يُرجى السؤال هنا: { $office }.
answer-outdated = انتبهوا: هذا الجواب من { $date }، وربما لم يعد صحيحًا. يُرجى السؤال هنا: { $office }.
button-helpful-yes = هذا ساعدني
button-helpful-no = هذا لم يساعدني
helpful-thanks = شكرًا على رأيكم.
helpful-sorry = يؤسفني ذلك. هل تريدون التحدث مع شخص؟

## Not understood

not-understood = لم أفهم ذلك. يُرجى كتابته بكلمات أخرى. أو اضغطوا على زر.
out-of-scope = لا أستطيع أن أقول شيئًا عن هذا. أساعد في الأسئلة عن البداية والحياة في دورتموند.
did-you-mean = هل تقصدون هذا؟
button-none-of-these = لا شيء من هذا
handover-offer = هل تريدون التحدث مع شخص؟

intent-questionnaire = ملء الاستبيان
intent-book = حجز موعد
intent-reschedule = تغيير وقت الموعد
intent-cancel-appointment = إلغاء موعد
intent-my-appointments = مواعيدي
intent-human = التحدث مع شخص
intent-change-language = تغيير اللغة
intent-places-nearby = أماكن قريبة
intent-delete-data = حذف بياناتي
intent-export-data = عرض بياناتي
intent-help = مساعدة
intent-affirm = نعم
intent-deny = لا
intent-back = رجوع
intent-skip = تجاوز
intent-why = لماذا؟
intent-stop = استراحة
intent-greet = مرحبًا
intent-thanks = شكرًا
intent-goodbye = مع السلامة
intent-repeat = مرة أخرى

## Small talk

small-greet = مرحبًا بكم. كيف يمكنني مساعدتكم؟
small-thanks = على الرحب والسعة.
small-goodbye = مع السلامة. يمكنكم الكتابة من جديد في أي وقت.
small-nothing-open = لا يوجد الآن سؤال ينتظر جوابكم. ماذا تريدون أن تفعلوا؟
small-all-right = حسنًا.
small-why-nothing = لم أسأل الآن عن شيء. ماذا تريدون أن تعرفوا؟
small-stopped = حسنًا. يمكنكم المتابعة في أي وقت.

## Language

language-which = أي لغة تريدون؟
language-switched = لغة المحادثة الآن: { $name }.
language-unknown = لا أعرف هذه اللغة. أعرف هذه اللغات:
language-not-spoken =
    للأسف لا أعرف هذه اللغة بعد. أعرف هذه اللغات:
    { $names }
language-offer = هل تريدون المتابعة بهذه اللغة: { $name }؟
language-offer-yes = نعم، المتابعة بلغة: { $name }

## Consent

button-consent-yes = نعم، أوافق
button-consent-no = لا
consent-unclear = يُرجى الجواب بنعم أو لا.
consent-no-questionnaire = حسنًا. دون موافقتكم لا نبدأ الاستبيان. ويمكنكم استخدام كل شيء آخر.
consent-no-booking = حسنًا. دون موافقتكم لا أستطيع حفظ موعد. يمكنكم الذهاب إلى مركز الخدمات MigraDo، العنوان Friedensplatz 7.
consent-no-handover = حسنًا. لن أنقل المحادثة إلى أحد. يمكنكم الذهاب إلى مركز الخدمات MigraDo، العنوان Friedensplatz 7.
consent-name-questionnaire = الاستبيان
consent-name-booking = المواعيد
consent-name-handover = التحدث مع شخص
consent-withdrawn = انتهت موافقتكم على «{ $consent }». لحذف ما سبق حفظه اضغطوا على «حذف كل شيء».

## Questionnaire

questionnaire-intro =
    { $questions ->
        [zero] لا توجد أسئلة.
        [one] هناك سؤال واحد تقريبًا.
        [two] هناك سؤالان تقريبًا.
        [few] هناك نحو { $questions } أسئلة.
        [many] هناك نحو { $questions } سؤالًا.
       *[other] هناك نحو { $questions } سؤال.
    } يمكنكم تجاوز أي سؤال. استريحوا متى أردتم. نحفظ كل إجابة فورًا.
questionnaire-resumed = نتابع من حيث توقفتم.
questionnaire-question =
    الجزء { $part } من { $parts }: { $part_name } · السؤال { $number } من { $numbers }

    { $question }
    { $hint }
    { $how }
how-one = اختاروا إجابة واحدة.
how-many = اختاروا كل ما هو صحيح. ثم اضغطوا على «تم».
how-integer = اكتبوا رقمًا.
how-decimal = اكتبوا رقمًا.
how-date = اكتبوا التاريخ، مثلًا 15.03.2024 أو 03.2024.
how-text = اكتبوا إجابتكم.
how-note = اكتبوا «التالي».
choice = { $choice }
choice-on = ✓ { $choice }
choice-off = ☐ { $choice }
button-choices-done = تم ({ $count })
button-back = رجوع
button-skip = تجاوز
button-why = لماذا؟
button-pause = استراحة
questionnaire-first = هذا هو السؤال الأول.
questionnaire-paused = استراحة. إجاباتكم محفوظة. يمكنكم في أي وقت المتابعة من السؤال نفسه.
questionnaire-skipped = دون إجابة
questionnaire-summary =
    هذه إجاباتكم. هل كل شيء صحيح؟ إذا أردتم تغيير إجابة، فاضغطوا على رقمها.

    { $answers }
questionnaire-summary-entry = { $number }. { $question } الإجابة: { $answer }
questionnaire-summary-unclear = اضغطوا على «كل شيء صحيح». أو اكتبوا رقم الإجابة التي تريدون تغييرها.
button-questionnaire-finish = كل شيء صحيح
questionnaire-done = شكرًا. اكتمل الاستبيان. هل تريدون حجز موعد؟ هناك يمكنكم التحدث عن إجاباتكم.
questionnaire-finished-before = لقد ملأتم الاستبيان من قبل. ما زال بإمكانكم تغيير إجاباتكم.

problem-not-a-choice = هذه الإجابة لا تناسب السؤال. يُرجى الضغط على أحد الأزرار.
problem-nothing-chosen = لم تختاروا شيئًا بعد. اختاروا إجابة أو اضغطوا على «تجاوز».
problem-not-a-number = يُرجى كتابة رقم، مثلًا 3.
problem-not-a-date = لم أفهم هذا التاريخ. يُرجى كتابته هكذا: 15.03.2024 أو 03.2024.
problem-not-a-text = يُرجى كتابة إجابتكم كنص. ويجب ألا تكون طويلة جدًا.
problem-too-long = هذا النص طويل جدًا. يرجى كتابته بكلمات أقل.

## Booking

book-which-service =
    ما الموضوع؟

    { $services }
book-service-entry = { $name }: { $about }
book-service-unclear = يُرجى الضغط على إحدى الخدمات أو كتابة رقمها.
book-which-day = { $service }: أي يوم يناسبكم؟
book-day-unclear = لم أفهم أي يوم تقصدون. اضغطوا على يوم أو اكتبوا مثلًا 24.11.2026.
book-day-full = للأسف لا يوجد موعد متاح في هذا اليوم: { $day }.
book-which-time = { $day }: أي ساعة تناسبكم؟
book-time-unclear = لم أجد هذه الساعة. يُرجى الضغط على إحدى الساعات.
book-time-gone = هذا الموعد حُجز قبل لحظات. يُرجى اختيار موعد آخر.
book-confirm =
    يُرجى مراجعة الموعد:
    { $service }
    { $at }
    { $office }
    { $directions }
    الاستشارة مع: { $counsellor }

    { $bring }
book-confirm-unclear = يُرجى الجواب بنعم أو لا.
book-booked =
    تم حجز موعدكم.
    { $service }
    { $at }
    { $office }
    { $directions }

    { $bring }
    إذا لم تستطيعوا الحضور، فيُرجى إلغاء الموعد هنا.
book-moved =
    تم تغيير موعدكم. الموعد الجديد:
    { $service }
    { $at }
    { $office }
    { $directions }
book-full = للأسف لا يوجد موعد متاح في الأسابيع القادمة. هل تريدون التحدث مع شخص؟
book-nothing-offered = لا يمكن حجز مواعيد هنا حاليًا. هل تريدون التحدث مع شخص؟
book-too-many = لا يمكن الآن حجز مواعيد أخرى لهذه الخدمة. يمكنكم تغيير موعد أو إلغاؤه.
book-stopped = حسنًا. لم يُحجز شيء ولم يتغيّر شيء.
button-cancel-booking = التوقف هنا
button-book-confirm = نعم، حجز الموعد
button-move-confirm = نعم، تغيير الموعد

appointments-none = ليس لديكم موعد.
appointments-list =
    مواعيدكم:

    { $appointments }
appointments-which-cancel =
    أي موعد تريدون إلغاءه؟

    { $appointments }
appointments-which-move =
    أي موعد تريدون تغيير وقته؟

    { $appointments }
appointments-entry = { $at }: { $service }، المكان: { $office }
appointments-cancel =
    هل تريدون فعلًا إلغاء هذا الموعد؟
    { $service }
    { $at }
appointments-cancelled = تم إلغاء الموعد: { $service }، { $at }.
appointments-kept = حسنًا. موعدكم باقٍ كما هو.
appointment-gone = هذا الموعد لم يعد موجودًا.
button-cancel-appointment = إلغاء: { $at }
button-move-appointment = تغيير: { $at }
button-cancel-yes = نعم، إلغاء الموعد
button-cancel-no = لا، إبقاء الموعد

## Handover

handover-waiting = نقلتُ طلبكم إلى فريقنا. سيجيبكم هنا شخص من الفريق عندما يكون أحد متفرغًا. يمكنكم من الآن كتابة ما تحتاجون إليه.
handover-still-waiting = وصلت رسالتكم. أنتم بانتظار شخص من فريقنا. عندما يكون أحد متفرغًا، تحصلون هنا على جواب.
handover-closed-now = لا يوجد أحد من الفريق الآن. نعود في هذا الوقت: { $opens }. طلبكم محفوظ. وعندها تحصلون هنا على جواب.
handover-withdrawn = حسنًا. أنا معكم من جديد.
handover-failed = عذرًا، حدث خطأ عندي. رسالتكم لم تُفقد. سيهتم شخص من فريقنا بالأمر ويجيبكم هنا.
handover-joined = معكم الآن في المحادثة: { $author }.
handover-left = انتهى حديثكم مع { $author }. عادت المحادثة إلى المساعد الرقمي.
handover-ended = انتهت المحادثة. يمكنكم الكتابة من جديد في أي وقت.
safety-offer = هل تريدون أن أخبر الآن شخصًا من فريق الاستشارة؟
button-human-now = نعم، الآن من فضلكم
button-go-on = متابعة المحادثة

## Places

places-where = في أي حي أنتم؟ يمكنكم أيضًا إرسال موقعكم.
places-unknown = لا أعرف هذا الحي. يُرجى الضغط على زر.
places-none = للأسف لا أعرف مكانًا هنا. هل تريدون التحدث مع شخص؟
places-list =
    هنا تجدون المساعدة:

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
button-whole-city = كل المدينة

## My data

my-data-overview =
    هذا ما هو محفوظ عنكم منذ { $since }:
    • { $messages ->
        [zero] لا توجد رسائل
        [one] رسالة واحدة
        [two] رسالتان
        [few] { $messages } رسائل
        [many] { $messages } رسالة
       *[other] { $messages } رسالة
    }
    • { $answers ->
        [0] لا توجد إجابات في الاستبيان
        [one] إجابة واحدة في الاستبيان
        [two] إجابتان في الاستبيان
        [few] { $answers } إجابات في الاستبيان
        [many] { $answers } إجابة في الاستبيان
       *[other] { $answers } إجابة في الاستبيان
    }
    • { $appointments ->
        [0] لا توجد مواعيد
        [one] موعد واحد
        [two] موعدان
        [few] { $appointments } مواعيد
        [many] { $appointments } موعدًا
       *[other] { $appointments } موعد
    }
    • { $notes ->
        [0] لا توجد ملاحظات من فريق الاستشارة
        [one] ملاحظة واحدة من فريق الاستشارة
        [two] ملاحظتان من فريق الاستشارة
        [few] { $notes } ملاحظات من فريق الاستشارة
        [many] { $notes } ملاحظة من فريق الاستشارة
       *[other] { $notes } ملاحظة من فريق الاستشارة
    }
    { $agreed ->
        [0] لم توافقوا على شيء بعد.
       *[other] لقد وافقتم على:
    }
    { $consents }
my-data-copy = بياناتكم في ملف: { $name }
my-data-confirm-erase = هل تريدون فعلًا حذف كل شيء؟ ستُحذف كل الرسائل والإجابات والمواعيد. وستُلغى المواعيد المحجوزة. لا أحد يستطيع إرجاعها بعد ذلك.
my-data-kept = حسنًا. لم يُحذف شيء.
my-data-erased = تم حذف كل شيء. يمكنكم البدء من جديد في أي وقت.
button-withdraw = سحب الموافقة: { $consent }
button-export = الحصول على نسخة
button-erase = حذف كل شيء
button-erase-yes = نعم، حذف كل شيء
button-erase-no = لا، إبقاء بياناتي

copy-title = بياناتكم لدى Lotse
copy-made = تاريخ هذه النسخة: { $at }.
copy-messages = الرسائل
copy-questionnaire = الاستبيان
copy-appointments = المواعيد
copy-consents = موافقاتكم
copy-from-person = أنتم
copy-from-assistant = المساعد الرقمي
copy-from-staff = فريق الاستشارة
copy-from-system = إشعار
copy-status-held = محجوز مؤقتًا
copy-status-confirmed = محجوز
copy-status-cancelled = ملغى
copy-notes =
    { $count ->
        [0] لم يكتب فريق الاستشارة ملاحظات عن محادثتكم.
        [one] كتب فريق الاستشارة ملاحظة واحدة عن محادثتكم. تحصلون على نسخة منها إذا طلبتم ذلك.
        [two] كتب فريق الاستشارة ملاحظتين عن محادثتكم. تحصلون على نسخة منهما إذا طلبتم ذلك.
        [few] كتب فريق الاستشارة { $count } ملاحظات عن محادثتكم. تحصلون على نسخة منها إذا طلبتم ذلك.
        [many] كتب فريق الاستشارة { $count } ملاحظة عن محادثتكم. تحصلون على نسخة منها إذا طلبتم ذلك.
       *[other] كتب فريق الاستشارة { $count } ملاحظة عن محادثتكم. تحصلون على نسخة منها إذا طلبتم ذلك.
    }

## Nearby and languages

places-share = من الأفضل أن ترسلوا لي موقعكم. عندها أعرض أولًا الأماكن القريبة منكم.
places-distance = على بُعد { $distance } منكم تقريبًا
places-topics = يساعد في: { $topics }
places-languages = اللغات: { $languages }
places-map = [عرض على الخريطة]({ $url })
button-places-topic = أماكن قريبة لهذا الموضوع
button-places-more = أماكن أخرى
language-gone = هذه اللغة غير متوفرة هنا حاليًا. نتابع الآن باللغة { $name }. يمكنكم أيضًا اختيار لغة أخرى.
