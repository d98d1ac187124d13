# أسماء وإرشادات لعروض الاستشارة والمكاتب. الاسم 40 حرفًا على الأكثر: فهو مكتوب على زر.

service-first-interview-name = لقاء أول في مركز MigraDo
service-first-interview-about =
    في اللقاء الأول (Erstgespräch) ننظر معًا: أين تحتاجون إلى مساعدة؟ ثم ندلّكم على الجهات المناسبة.
    الاستشارة مجانية. يمكن لكل القادمين الجدد إلى المدينة أن يأتوا.
service-first-interview-bring =
    أحضروا الرسائل التي لا تفهمونها. وتفيد أيضًا أوراق أخرى تتعلق بأسئلتكم.
    ليس لديكم شيء منها؟ تعالوا على أي حال.

service-migration-counselling-name = استشارة المهاجرين للكبار
service-migration-counselling-about =
    استشارة المهاجرين (Migrationsberatung) تساعدكم في بداية حياتكم هنا. وتساعدكم أيضًا في التعامل مع رسائل الدوائر. الاستشارة مجانية.
    هل عمركم من 12 إلى 27 سنة؟ إذن تناسبكم غالبًا خدمة الشباب المهاجرين (Jugendmigrationsdienst) أكثر. اسألونا عنها.
service-migration-counselling-bring =
    أحضروا الرسائل والأوراق التي تريدون التحدث عنها.
    ليس لديكم شيء منها؟ تعالوا على أي حال.

office-friedensplatz-name = مركز MigraDo في Friedensplatz
office-friedensplatz-directions = تجدون مركز MigraDo في Friedensplatz 7 في دورتموند. مبنى Berswordt-Halle بجانبه مباشرة.

office-berswordt-halle-name = مبنى Berswordt-Halle
office-berswordt-halle-directions = تجدون مبنى Berswordt-Halle في دورتموند، مباشرة بجانب Friedensplatz 7.
