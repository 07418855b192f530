namespace Host.Cli;

/// <summary>How results are written to standard output.</summary>
internal enum OutputFormat
{
    Text,
    Json,
}
