using Host.Samples.Population;

namespace Host.Samples.Shapes.Ctdc;

/// <summary>The editions that the two CTDC-like partners send.</summary>
internal static class CtdcDialects
{
    /// <summary>The international organisation: commas, −99 and two-letter codes; from 2025 the newer names, three letters and decimals.</summary>
    public static CtdcDialect Organisation(SamplePeriod period) => period.Year < 2025
        ? new() { Delimiter = ',', Unknown = "-99", Datasource = "Case Management" }
        : new() { Delimiter = ',', Unknown = "", Yes = "1.0", No = "0.0", Alpha3 = true, FlagPrefix = "sectorOf", Datasource = "Case Management" };

    /// <summary>The helpline: semicolons, blanks, the terms of use as the first header.</summary>
    public static CtdcDialect Helpline() => new() { Delimiter = ';', HasTermsColumn = true, Unknown = "", Datasource = "Hotline" };
}
