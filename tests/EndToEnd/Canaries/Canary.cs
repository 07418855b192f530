using System.Text;
using EndToEnd.Support;

namespace EndToEnd.Canaries;

/// <summary>What is planted in uploads: values that occur nowhere else, one for each kind of cell that may name a person, for each way in which a file can be wrong, and for what goes with a file.</summary>
internal static class Canary
{
    public const string Name = "Şükûfe Qanaryagil";
    public const string CaseNumber = "QANARYA-7319-K";
    public const string FreeText = "qanarya sokağında tutulmuş";

    /// <summary>Its check digits are right.</summary>
    public const string CitizenNumber = "73190284666";

    public const string Telephone = "0532 731 90 28";
    public const string UnknownCode = "Qanaryacılık";
    public const string BadDate = "31.02.7319";
    public const string Heading = "Qanarya sütunu";
    public const string FileName = "qanaryadosya.csv";
    public const string RetryKey = "qanarya-anahtar";

    public static IReadOnlyList<string> All { get; } =
        [Name, CaseNumber, FreeText, CitizenNumber, Telephone, Telephone.Replace(" ", "", StringComparison.Ordinal)[1..], UnknownCode, BadDate, Heading, FileName, RetryKey];

    /// <summary>Records that are accepted, all of which hold the canaries of a person.</summary>
    public static string[] Good(int count) =>
        [.. AgencyFile.Rows(count).Select(r => Planted(r, ("Adı Soyadı", Name), ("Kimlik No", CitizenNumber), ("Açıklama", $"{FreeText} {Telephone}"))), Planted(AgencyFile.Row(), ("Dosya No", CaseNumber), ("Adı Soyadı", Name))];

    /// <summary>Two faulty records: a word that no code list knows, and a day that does not exist.</summary>
    public static string[] Faulty { get; } =
    [
        AgencyFile.Row(("Sektör", UnknownCode), ("Adı Soyadı", Name), ("Dosya No", CaseNumber + "1"), ("Kimlik No", CitizenNumber)),
        AgencyFile.Row(("Kayıt Tarihi", BadDate), ("Dosya No", CaseNumber + "2"), ("Açıklama", $"{FreeText} {Telephone}")),
    ];

    /// <summary>A file with a column that nobody asked for.</summary>
    public static byte[] WithOwnColumn(string[] rows) =>
        Encoding.UTF8.GetBytes($"{AgencyFile.Heading};{Heading}\n" + string.Join('\n', rows.Select(r => $"{r};{Telephone}")) + "\n");

    private static string Planted(string row, params (string Column, string Value)[] changes)
    {
        var cells = row.Split(';');
        foreach (var (column, value) in changes)
        {
            cells[Array.IndexOf(AgencyFile.Heading.Split(';'), column)] = value;
        }

        return string.Join(';', cells);
    }
}
