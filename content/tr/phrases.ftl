# What the assistant says outside topics. The German file is the master.

## Welcome and menu

welcome = Hoş geldiniz. Ben Lotse, Dortmund’a yeni gelen herkesin dijital yardımcısıyım. Ben bir programım, insan değilim. Dilinizi seçin. İsterseniz bana hemen yazabilirsiniz.
welcome-back = Tekrar hoş geldiniz.
privacy-short = Mesajlarınız şifreli olarak kaydedilir. Verilerinizi her zaman görebilir veya silebilirsiniz. Lütfen buraya şifre veya banka bilgisi yazmayın.
menu = Neye ihtiyacınız var? Bir düğmeye dokunun veya sorunuzu yazın.
help =
    Sizin için şunları yapabilirim:
    • Dortmund’daki yaşamla ilgili sorularınızı yanıtlarım. Bilmek istediğinizi yazmanız yeterli.
    • Sizinle birlikte anketi doldururum. Böylece hangi yardıma ihtiyacınız olduğunu biliriz.
    • Danışmanlık için randevu alırım.
    • Sizi bir insana bağlarım.

    Tehlikedeyseniz polisi arayın: 110. Acil durumda veya yangında: 112.
topics = Hangi konuda sorunuz var?
topics-group = { $group }: Ne bilmek istersiniz?
topic-unknown = Bu konuda bir yanıtım yok.
text-missing = Bu metin şu anda eksik. Lütfen bir insana sorun.

group-arrival = Dortmund’a geliş
group-residence = Oturum
group-language = Almanca öğrenmek
group-family = Aile, okul, kreş
group-work = İş
group-health = Sağlık
group-housing = Konut
group-money = Para
group-everyday = Günlük yaşam
group-counselling = Danışmanlık
group-participation = Katılım
group-service = Hakkımızda

button-menu = Menü
button-topics = Sorular ve yanıtlar
button-questionnaire = Anketi doldur
button-questionnaire-resume = Ankete devam et
button-book = Randevu al
button-appointments = Randevularım
button-places = Yakınımdaki yerler
button-human = Bir insanla konuş
button-language = Dili değiştir
button-my-data = Verilerim
button-privacy = Verilerin korunması
button-assistant = Asistana geri dön
button-stale = Bu düğme daha önceki bir soruya ait.
attachment-kept = Teşekkürler, gönderdiğiniz ulaştı. Resimleri, dosyaları ve sesli mesajları açamıyorum. Lütfen konuyu yazın. Veya bir insanla konuşun.

## Answers

answer-source = Kaynak: { $source }. Bilgi tarihi: { $date }.
answer-volatile = Bu bilgi değişebilir. Lütfen şuraya sorun: { $office }.
answer-outdated = Dikkat: Bu yanıtın tarihi { $date } ve artık doğru olmayabilir. Lütfen şuraya sorun: { $office }.
button-helpful-yes = Yardımcı oldu
button-helpful-no = Yardımcı olmadı
helpful-thanks = Görüşünüz için teşekkürler.
helpful-sorry = Üzgünüm. Bir insanla konuşmak ister misiniz?

## Not understood

not-understood = Bunu anlayamadım. Lütfen başka sözcüklerle yazın. Veya bir düğmeye dokunun.
out-of-scope = Bu konuda bir şey söyleyemem. Dortmund’a geliş ve buradaki yaşamla ilgili sorularda yardımcı olurum.
did-you-mean = Bunu mu demek istediniz?
button-none-of-these = Hiçbiri
handover-offer = Bir insanla konuşmak ister misiniz?

intent-questionnaire = Anketi doldur
intent-book = Randevu al
intent-reschedule = Randevuyu değiştir
intent-cancel-appointment = Randevuyu iptal et
intent-my-appointments = Randevularım
intent-human = Bir insanla konuş
intent-change-language = Dili değiştir
intent-places-nearby = Yakınımdaki yerler
intent-delete-data = Verilerimi sil
intent-export-data = Verilerimi gör
intent-help = Yardım
intent-affirm = Evet
intent-deny = Hayır
intent-back = Geri
intent-skip = Atla
intent-why = Neden?
intent-stop = Ara ver
intent-greet = Merhaba
intent-thanks = Teşekkürler
intent-goodbye = Hoşça kalın
intent-repeat = Bir daha

## Small talk

small-greet = Merhaba. Sizin için ne yapabilirim?
small-thanks = Rica ederim.
small-goodbye = Hoşça kalın. Her zaman yine yazabilirsiniz.
small-nothing-open = Şu anda yanıt bekleyen bir soru yok. Ne yapmak istersiniz?
small-all-right = Tamam.
small-why-nothing = Şu anda size bir şey sormadım. Ne bilmek istersiniz?
small-stopped = Tamam. Her zaman devam edebilirsiniz.

## Language

language-which = Hangi dili istersiniz?
language-switched = Artık bu dilde konuşuyoruz: { $name }.
language-unknown = Bu dili bilmiyorum. Bildiğim diller:
language-not-spoken =
    Ne yazık ki bu dili henüz bilmiyorum. Bildiğim diller:
    { $names }
language-offer = Şu dilde devam etmek ister misiniz: { $name }?
language-offer-yes = Evet, devam: { $name }

## Consent

button-consent-yes = Evet, kabul ediyorum
button-consent-no = Hayır
consent-unclear = Lütfen Evet veya Hayır diye yanıtlayın.
consent-no-questionnaire = Tamam. Siz Evet demeden anket olmaz. Diğer her şeyi kullanmaya devam edebilirsiniz.
consent-no-booking = Tamam. Siz Evet demeden randevu kaydedemem. Friedensplatz 7 adresindeki hizmet merkezi MigraDo’ya gidebilirsiniz.
consent-no-handover = Tamam. Konuşmayı kimseye iletmiyorum. Friedensplatz 7 adresindeki hizmet merkezi MigraDo’ya gidebilirsiniz.
consent-name-questionnaire = Anket
consent-name-booking = Randevular
consent-name-handover = Ekiple konuşma
consent-withdrawn = “{ $consent }” için verdiğiniz onay artık geçerli değil. Önceden kaydedilenleri “Hepsini sil” ile silebilirsiniz.

## Questionnaire

questionnaire-intro =
    { $questions ->
        [one] Yaklaşık bir soru var.
       *[other] Yaklaşık { $questions } soru var.
    } Her soruyu atlayabilirsiniz. İstediğiniz zaman ara verin. Her yanıt hemen kaydedilir.
questionnaire-resumed = Kaldığınız yerden devam ediyoruz.
questionnaire-question =
    Bölüm { $part } / { $parts }: { $part_name } · Soru { $number } / { $numbers }

    { $question }
    { $hint }
    { $how }
how-one = Bir yanıt seçin.
how-many = Doğru olan her şeyi seçin. Sonra “Bitti” düğmesine dokunun.
how-integer = Bir sayı yazın.
how-decimal = Bir sayı yazın.
how-date = Tarihi yazın, örneğin 15.03.2024 veya 03.2024.
how-text = Yanıtınızı yazın.
how-note = “devam” yazın.
choice = { $choice }
choice-on = ✓ { $choice }
choice-off = ☐ { $choice }
button-choices-done = Bitti ({ $count })
button-back = Geri
button-skip = Atla
button-why = Neden?
button-pause = Ara ver
questionnaire-first = Bu ilk soru.
questionnaire-paused = Ara verdik. Yanıtlarınız kaydedildi. Her zaman aynı sorudan devam edebilirsiniz.
questionnaire-skipped = yanıt yok
questionnaire-summary =
    Yanıtlarınız bunlar. Hepsi doğru mu? Değiştirmek için numaraya dokunun.

    { $answers }
questionnaire-summary-entry = { $number }. { $question } – { $answer }
questionnaire-summary-unclear = “Hepsi doğru” düğmesine dokunun veya değiştirmek istediğiniz yanıtın numarasını yazın.
button-questionnaire-finish = Hepsi doğru
questionnaire-done = Teşekkürler. Anket tamamlandı. Randevu almak ister misiniz? Orada yanıtlarınız hakkında konuşabilirsiniz.
questionnaire-finished-before = Anketi daha önce doldurdunuz. Yanıtlarınızı yine de değiştirebilirsiniz.

problem-not-a-choice = Bu yanıt soruya uymuyor. Lütfen düğmelerden birine dokunun.
problem-nothing-chosen = Henüz bir şey seçmediniz. Bir şey seçin veya “Atla” düğmesine dokunun.
problem-not-a-number = Lütfen bir sayı yazın, örneğin 3.
problem-not-a-date = Bu tarihi anlayamadım. Lütfen şöyle yazın: 15.03.2024 veya 03.2024.
problem-not-a-text = Lütfen yanıtınızı metin olarak yazın. Çok uzun olmasın.
problem-too-long = Bu metin çok uzun. Lütfen daha kısa yazın.

## Booking

book-which-service =
    Konu nedir?

    { $services }
book-service-entry = { $name }: { $about }
book-service-unclear = Lütfen bir hizmete dokunun veya numarasını yazın.
book-which-day = { $service }: Hangi gün size uygun?
book-day-unclear = Bu günü anlayamadım. Bir güne dokunun veya örneğin şöyle yazın: 24.11.2026.
book-day-full = Ne yazık ki o gün boş randevu yok: { $day }.
book-which-time = { $day }: Hangi saat size uygun?
book-time-unclear = Bu saati bulamadım. Lütfen saatlerden birine dokunun.
book-time-gone = Bu randevuyu az önce başka biri aldı. Lütfen başka bir saat seçin.
book-confirm =
    Lütfen kontrol edin:
    { $service }
    { $at }
    { $office }
    { $directions }
    Danışman: { $counsellor }

    { $bring }
book-confirm-unclear = Lütfen Evet veya Hayır diye yanıtlayın.
book-booked =
    Randevunuz alındı.
    { $service }
    { $at }
    { $office }
    { $directions }

    { $bring }
    Gelemeyecekseniz lütfen randevuyu buradan iptal edin.
book-moved =
    Randevunuz değiştirildi. Yeni randevunuz:
    { $service }
    { $at }
    { $office }
    { $directions }
book-full = Ne yazık ki önümüzdeki haftalarda boş randevu yok. Bir insanla konuşmak ister misiniz?
book-nothing-offered = Şu anda buradan randevu alınamıyor. Bir insanla konuşmak ister misiniz?
book-too-many = Bu hizmet için şu anda daha fazla randevu alamazsınız. Bir randevuyu değiştirebilir veya iptal edebilirsiniz.
book-stopped = Tamam. Hiçbir randevu alınmadı, hiçbir şey değişmedi.
button-cancel-booking = Vazgeç
button-book-confirm = Evet, randevuyu al
button-move-confirm = Evet, randevuyu değiştir

appointments-none = Randevunuz yok.
appointments-list =
    Randevularınız:

    { $appointments }
appointments-which-cancel =
    Hangi randevuyu iptal etmek istiyorsunuz?

    { $appointments }
appointments-which-move =
    Hangi randevuyu değiştirmek istiyorsunuz?

    { $appointments }
appointments-entry = { $at }: { $service }, { $office }
appointments-cancel =
    Bu randevuyu gerçekten iptal etmek istiyor musunuz?
    { $service }
    { $at }
appointments-cancelled = Randevu iptal edildi: { $service }, { $at }.
appointments-kept = Tamam. Randevunuz geçerli.
appointment-gone = Bu randevu artık yok.
button-cancel-appointment = İptal et: { $at }
button-move-appointment = Değiştir: { $at }
button-cancel-yes = Evet, iptal et
button-cancel-no = Hayır, kalsın

## Handover

handover-waiting = İsteğinizi ilettim. Ekibimizden biri, müsait olur olmaz size buradan yanıt verecek. Konunun ne olduğunu şimdiden yazabilirsiniz.
handover-still-waiting = Mesajınız ulaştı. Ekibimizden birini bekliyorsunuz. Biri müsait olur olmaz size buradan yanıt verecek.
handover-closed-now = Şu anda kimse yok. Yeniden burada olacağımız zaman: { $opens }. İsteğiniz kaydedildi. O zaman buradan yanıt alacaksınız.
handover-withdrawn = Tamam. Yeniden ben yanınızdayım.
handover-failed = Özür dilerim, bende bir hata oluştu. Mesajınız kaybolmadı. Ekibimizden biri bununla ilgilenecek ve size buradan yanıt verecek.
handover-joined = { $author } artık konuşmaya katıldı.
handover-left = { $author } konuşmayı yeniden asistana bıraktı.
handover-ended = Konuşma sona erdi. Her zaman yine yazabilirsiniz.
safety-offer = Şimdi bir danışmana haber vereyim mi?
button-human-now = Evet, lütfen şimdi
button-go-on = Konuşmaya devam

## Places

places-where = Hangi semttesiniz? Konumunuzu da gönderebilirsiniz.
places-unknown = Bu semti bilmiyorum. Lütfen bir düğmeye dokunun.
places-none = Ne yazık ki burada bildiğim bir yer yok. Bir insanla konuşmak ister misiniz?
places-list =
    Buralarda yardım bulabilirsiniz:

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
button-whole-city = Bütün şehir

## My data

my-data-overview =
    Hakkınızda kayıtlı olanlar, şu tarihten beri: { $since }
    • { $messages ->
        [one] bir mesaj
       *[other] { $messages } mesaj
    }
    • { $answers ->
        [0] ankette yanıt yok
        [one] ankette bir yanıt
       *[other] ankette { $answers } yanıt
    }
    • { $appointments ->
        [0] randevu yok
        [one] bir randevu
       *[other] { $appointments } randevu
    }
    • { $notes ->
        [0] danışmanlık notu yok
        [one] bir danışmanlık notu
       *[other] { $notes } danışmanlık notu
    }
    { $agreed ->
        [0] Henüz hiçbir onay vermediniz.
       *[other] Verdiğiniz onaylar:
    }
    { $consents }
my-data-copy = Dosya olarak verileriniz: { $name }
my-data-confirm-erase = Gerçekten her şeyi silmek istiyor musunuz? O zaman bütün mesajlar, yanıtlar ve randevular silinir. Alınmış randevular iptal edilir. Bunu kimse geri alamaz.
my-data-kept = Tamam. Hiçbir şey silinmedi.
my-data-erased = Her şey silindi. Her zaman yeniden başlayabilirsiniz.
button-withdraw = Onayı geri al: { $consent }
button-export = Kopya al
button-erase = Hepsini sil
button-erase-yes = Evet, hepsini sil
button-erase-no = Hayır, kalsın

copy-title = Lotse’deki verileriniz
copy-made = Bu kopyanın tarihi: { $at }.
copy-messages = Mesajlar
copy-questionnaire = Anket
copy-appointments = Randevular
copy-consents = Verdiğiniz onaylar
copy-from-person = Siz
copy-from-assistant = Asistan
copy-from-staff = Danışmanlık
copy-from-system = Bilgi
copy-status-held = ayrıldı
copy-status-confirmed = alındı
copy-status-cancelled = iptal edildi
copy-notes =
    { $count ->
        [0] Danışmanlar, konuşmanız hakkında not almadı.
        [one] Danışmanlar, konuşmanız hakkında bir not aldı. İsterseniz bunun bir kopyasını alabilirsiniz.
       *[other] Danışmanlar, konuşmanız hakkında { $count } not aldı. İsterseniz bunların bir kopyasını alabilirsiniz.
    }

## Nearby and languages

places-share = En iyisi, bana konumunuzu gönderin. O zaman önce size yakın yerleri gösteririm.
places-distance = Sizden yaklaşık { $distance } uzakta
places-topics = Yardım ettiği konular: { $topics }
places-languages = Diller: { $languages }
places-map = [Haritada göster]({ $url })
button-places-topic = Bunun için yakındaki yerler
button-places-more = Diğer yerler
language-gone = Bu dil şu anda burada kullanılamıyor. Şimdi şu dilde devam ediyoruz: { $name }. Başka bir dil de seçebilirsiniz.
