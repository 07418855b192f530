namespace Host.Samples.Traps;

/// <summary>The short header of an agency's file, as one line.</summary>
internal static class AgencyHeader
{
    public const string Short =
        "Dosya No;Kayıt Tarihi;Adı Soyadı;Kimlik No;Doğum Tarihi;Cinsiyet;Uyruğu;İl;Mağdurluk Durumu;Sömürü Türü;Sektör;Yönlendiren;"
        + "Sığınma Evi;Psikososyal Destek;İkamet İzni;Gönüllü Geri Dönüş;Dönüş Tarihi;Açıklama";
}
