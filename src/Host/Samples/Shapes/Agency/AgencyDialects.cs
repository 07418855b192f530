using System.Text;
using Host.Samples.Population;

namespace Host.Samples.Shapes.Agency;

/// <summary>The encodings and words that the sample agencies use over time: those met in Turkish files.</summary>
internal static class AgencyDialects
{
    private static readonly Encoding Windows1254 = CodePagesEncodingProvider.Instance.GetEncoding(1254)!;
    private static readonly Encoding Latin5 = CodePagesEncodingProvider.Instance.GetEncoding(28599)!;
    private static readonly Encoding Utf8WithMark = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
    private static readonly Encoding Utf16WithMark = new UnicodeEncoding(bigEndian: false, byteOrderMark: true);

    private static readonly (string Yes, string No)[] Answers =
        [("E", "H"), ("Evet", "Hayır"), ("Var", "Yok"), ("X", ""), ("+", "-"), ("1", "0")];

    /// <summary>The migration unit: windows-1254, semicolons, the delimiter named on the first line in every other quarter.</summary>
    public static AgencyDialect MigrationUnit(SamplePeriod period) => new()
    {
        Encoding = Windows1254,
        Delimiter = ';',
        NamesDelimiter = period.Index % 2 == 0,
        IsLong = true,
        Yes = Answers[period.Index % Answers.Length].Yes,
        No = Answers[period.Index % Answers.Length].No,
    };

    /// <summary>The law enforcement unit: a new export program every year.</summary>
    public static AgencyDialect LawEnforcementUnit(SamplePeriod period) => period.Year switch
    {
        2023 => new() { Encoding = Utf8WithMark, Delimiter = ';', NamesDelimiter = true, Yes = "Evet", No = "Hayır" },
        2024 => new() { Encoding = Utf16WithMark, Delimiter = '\t', Yes = "Var", No = "Yok" },
        _ => new() { Encoding = Latin5, Delimiter = ';', HasAge = true, Yes = "E", No = "H" },
    };
}
