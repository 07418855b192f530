namespace Anonymize.Tests.Properties;

/// <summary>A promise that a world broke: which one, and how.</summary>
internal sealed record Fault(string Promise, string What);
