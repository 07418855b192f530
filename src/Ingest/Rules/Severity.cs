namespace Ingest.Rules;

/// <summary>What a finding means for the file.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing to do.</summary>
    Notice,

    /// <summary>Probably not meant; the file can be accepted.</summary>
    Warning,

    /// <summary>The row cannot be accepted; the file can, without it, if the partner says so.</summary>
    Error,

    /// <summary>The file cannot be read or accepted at all.</summary>
    Fatal,
}
