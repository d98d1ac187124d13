telegram-name = Lotse Dortmund
telegram-short-description = مساعدة لكل القادمين الجدد إلى دورتموند: أسئلة ومواعيد واستشارة. مجانًا.
telegram-description =
    أنا Lotse، المساعد الرقمي لكل القادمين الجدد إلى دورتموند.

    • أجيب عن أسئلتكم حول الحياة في دورتموند.
    • أحجز معكم موعدًا للاستشارة.
    • أوصلكم بشخص من فريقنا.

    اضغطوا على زر البدء (Start). ثم اختاروا لغتكم.

    في حالة الخطر اتصلوا بالشرطة: 110. في حالة الطوارئ أو الحريق: 112.

telegram-command-menu = عرض القائمة
telegram-command-language = تغيير اللغة
telegram-command-book = حجز موعد
telegram-command-appointments = مواعيدي
telegram-command-person = التحدث مع شخص
telegram-command-data = عرض بياناتي
telegram-command-stop = استراحة
telegram-command-help = ماذا يستطيع Lotse أن يفعل؟

telegram-private-only = أساعدكم في المحادثة الخاصة فقط. في المجموعة يقرأ الآخرون أيضًا ما تكتبون. من فضلكم اكتبوا لي مباشرة. سأغادر هذه المجموعة الآن.
