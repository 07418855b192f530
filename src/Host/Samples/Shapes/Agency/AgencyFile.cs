using System.Globalization;
using Host.Samples.Population;
using Host.Samples.Randomness;
using Host.Samples.Traps;

namespace Host.Samples.Shapes.Agency;

/// <summary>The shape of Turkish agencies and NGOs, delimited text that ends in a row of totals and blocks of counts.</summary>
internal sealed class AgencyFile : ICaseWriter
{
    private static readonly string[] ShortHeader =
    [
        "Dosya No", "Kayıt Tarihi", "Adı Soyadı", "Kimlik No", "Doğum Tarihi", "Cinsiyet", "Uyruğu", "İl", "Mağdurluk Durumu", "Sömürü Türü",
        "Sektör", "Yönlendiren", "Sığınma Evi", "Psikososyal Destek", "İkamet İzni", "Gönüllü Geri Dönüş", "Dönüş Tarihi", "Açıklama",
    ];

    private static readonly string[] LongHeader =
    [
        "Dosya No", "Kayıt Tarihi", "Tespit Tarihi", "Adı Soyadı", "Kimlik No", "Doğum Tarihi", "Cinsiyet", "Uyruğu", "İl", "Mağdurluk Durumu",
        "Sömürü Türü", "Sektör", "Denetim Yöntemi", "Yönlendiren", "Sığınma Evi", "Sağlık", "Psikososyal Destek", "Hukuki Yardım", "Eğitim",
        "İstihdam", "Maddi Destek", "Tercümanlık", "Hizmet Tarihi", "İkamet İzni", "İzin Tarihi", "Gönüllü Geri Dönüş", "Dönüş Tarihi", "Sonuç",
        "Açıklama",
    ];

    private static readonly string[] AllServices = ["SHE", "HEA", "PSY", "LEG", "EDU", "WRK", "CSH", "INT"];

    private readonly AgencyDialect _dialect;
    private readonly DelimitedText _text;
    private readonly int _columns;
    private int _cases;
    private int _women;
    private int _men;

    public AgencyFile(Stream stream, AgencyDialect dialect)
    {
        _dialect = dialect;
        _text = new DelimitedText(stream, _dialect.Encoding, _dialect.Delimiter, "\r\n");
        if (_dialect.NamesDelimiter)
            _text.WriteLine($"sep={_dialect.Delimiter}");
        string[] header = dialect.IsLong ? LongHeader : dialect.HasAge ? [.. ShortHeader, "Yaş"] : ShortHeader;
        _columns = header.Length;
        _text.WriteRow(header);
    }

    public long Write(Person person, string caseNumber, Pcg32 random)
    {
        _cases++;
        _women += person.Group is "WOM" or "GIR" ? 1 : 0;
        _men += person.Group is "MAN" or "BOY" ? 1 : 0;
        var head = new List<string>(_columns) { caseNumber, Registered(person) };
        if (_dialect.IsLong)
            head.Add(Date(person.Identified));
        head.AddRange([Name(person, random), Identity(person), Birth(person), AgencyWords.Sex(person.Group, random)]);
        head.AddRange([AgencyWords.OneOf(random, person.Citizenship.Turkish), AgencyWords.OneOf(random, person.Province.Spellings)]);
        head.AddRange([AgencyWords.Status(person.Kind, random), Forms(person, random), SectorsOf(person, random)]);
        if (_dialect.IsLong)
            head.Add(string.Join(", ", person.Means.Select(AgencyWords.Means)));
        head.Add(AgencyWords.Referral(person.Referral, random));
        foreach (string service in _dialect.IsLong ? AllServices : ["SHE", "PSY"])
            head.Add(person.Services.Contains(service, StringComparer.Ordinal) ? _dialect.Yes : _dialect.No);
        if (_dialect.IsLong)
            head.Add(Date(person.Served));
        head.Add(AgencyWords.Permit(person.Permit, random));
        if (_dialect.IsLong)
            head.Add(Date(person.Permitted));
        head.AddRange([ReturnOf(person), Date(person.Returned)]);
        if (_dialect.IsLong)
            head.Add(AgencyWords.Outcome(person.Outcome));
        head.Add(_cases % 6 == 1 ? "serbest metin (örnek)" : "");
        if (_dialect.HasAge)
            head.Add(string.Create(CultureInfo.InvariantCulture, $"{person.Age},0"));
        _text.WriteRow([.. head]);
        // A spreadsheet program takes the line that names the delimiter as an order and does not show it.
        return _text.Lines - (_dialect.NamesDelimiter ? 1 : 0);
    }

    public void Dispose()
    {
        _text.WriteRow(Padded("TOPLAM", _cases.ToString(CultureInfo.InvariantCulture)));
        _text.WriteRow(Padded());
        _text.WriteRow(Padded("KADIN", _women.ToString(CultureInfo.InvariantCulture)));
        _text.WriteRow(Padded("ERKEK", _men.ToString(CultureInfo.InvariantCulture)));
        _text.Dispose();
    }

    private string[] Padded(params string[] leading) => [.. leading, .. Enumerable.Repeat("", _columns - leading.Length)];

    private string Registered(Person person) => person.Kind == CaseKind.YearOnly
        ? person.Registered.ToString("yyyy", CultureInfo.InvariantCulture)
        : Date(person.Registered);

    // Two hands type into the same file: one pads days and months with zeros, the other does not.
    private string Date(DateOnly? date) => date?.ToString(_cases % 3 == 0 ? "d.M.yyyy" : "dd.MM.yyyy", CultureInfo.InvariantCulture) ?? "";

    // A year alone is written only where it leaves the age band in no doubt.
    private string Birth(Person person)
    {
        int difference = person.Registered.Year - person.Birth.Year;
        bool sure = AgeBands.Of(difference) == AgeBands.Of(person.Age) && AgeBands.Of(difference - 1) == AgeBands.Of(person.Age);
        return _cases % 7 == 2 && sure ? person.Birth.ToString("yyyy", CultureInfo.InvariantCulture) : Date(person.Birth);
    }

    private static string Name(Person person, Pcg32 random)
    {
        if (person.Surname.Length == 0)
            return "";
        string name = person.GivenName + " " + person.Surname;
        return "(test) " + (random.Chance(350) ? TurkishLetters.Upper(name) : name);
    }

    private string Identity(Person person) => _cases % 4 == 0 ? "" : IdentityNumber.Invalid(person.Ordinal);

    private static string Forms(Person person, Pcg32 random)
    {
        string first = AgencyWords.Form(person.Form, random);
        return person.SecondForm is null ? first : AgencyWords.Join(first, AgencyWords.Form(person.SecondForm, random), random);
    }

    private static string SectorsOf(Person person, Pcg32 random)
    {
        string first = AgencyWords.Sector(person.Sector, random);
        return person.SecondSector is null ? first : AgencyWords.Join(first, AgencyWords.Sector(person.SecondSector, random), random);
    }

    private string ReturnOf(Person person) => person.Outcome switch
    {
        "RET" => _dialect.Yes,
        "UNK" => "Belirtilmemiş",
        _ => _dialect.No,
    };
}
