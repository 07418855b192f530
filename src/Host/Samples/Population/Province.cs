namespace Host.Samples.Population;

/// <summary>A province of Türkiye as partners write it, the usual spelling first.</summary>
internal sealed record Province(params string[] Spellings);
