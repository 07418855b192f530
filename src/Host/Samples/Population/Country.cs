namespace Host.Samples.Population;

/// <summary>A country as partners write it.</summary>
/// <param name="Alpha3">ISO 3166 alpha-3; XXX stateless, ZZZ unknown.</param>
/// <param name="Alpha2">ISO 3166 alpha-2; empty where there is none.</param>
/// <param name="English">Name in the list of the HTCDS workbook.</param>
/// <param name="Turkish">Spellings seen in Turkish files, the usual one first.</param>
internal sealed record Country(string Alpha3, string Alpha2, string English, params string[] Turkish);
