namespace Host.Cli;

/// <summary>What the caller asked of the output.</summary>
/// <param name="Format">Text for people, or one JSON document for programs.</param>
/// <param name="IsQuiet">Nothing on standard error but failures.</param>
/// <param name="IsInteractive">Standard error is a terminal that may be drawn on: progress bars, no plain lines.</param>
/// <param name="HasColour">Colour is wanted and can be shown.</param>
internal sealed record TerminalStyle(OutputFormat Format, bool IsQuiet, bool IsInteractive, bool HasColour);
