namespace Host.Samples.Partners;

/// <summary>The three shapes in which partners send their cases.</summary>
internal enum CaseShape
{
    /// <summary>Turkish agency or NGO file, delimited text.</summary>
    Agency,

    /// <summary>HTCDS workbook of the standard's toolkit.</summary>
    Htcds,

    /// <summary>CTDC-like flags, delimited text.</summary>
    Ctdc,
}
