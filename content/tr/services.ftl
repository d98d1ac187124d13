# Names and hints of counselling services and offices. A name has at most 40 characters: it stands on a button.

service-first-interview-name = MigraDo’da ilk görüşme
service-first-interview-about =
    İlk görüşmede (Erstgespräch) birlikte bakarız: Hangi konuda yardıma ihtiyacınız var? Sonra size doğru yerleri gösteririz.
    Danışmanlık ücretsizdir. Şehre yeni gelen herkes gelebilir.
service-first-interview-bring =
    Anlamadığınız mektupları getirin. Sorularınızla ilgili başka kâğıtlar da yardımcı olur.
    Hiçbiri yok mu? Yine de gelin.

service-migration-counselling-name = Yetişkinler için göç danışmanlığı
service-migration-counselling-about =
    Göç danışmanlığı (Migrationsberatung) buradaki yaşama başlarken size yardım eder, resmî mektuplarda da. Danışmanlık ücretsizdir.
    12–27 yaşında mısınız? O zaman Jugendmigrationsdienst (gençler için göç danışmanlığı) çoğu zaman size daha uygundur. Bize sorun.
service-migration-counselling-bring =
    Konuyla ilgili mektupları ve kâğıtları getirin.
    Hiçbiri yok mu? Yine de gelin.

office-friedensplatz-name = MigraDo, Friedensplatz
office-friedensplatz-directions = MigraDo, Dortmund’da Friedensplatz 7 adresindedir. Berswordt-Halle hemen yanındadır.

office-berswordt-halle-name = Berswordt-Halle
office-berswordt-halle-directions = Berswordt-Halle, Dortmund’da Friedensplatz 7’nin hemen yanındadır.
