namespace Anonymize.RecordFiles;

/// <summary>Copies the codes of the rows from <paramref name="first"/> on, as many as <paramref name="codes"/> holds.</summary>
public delegate void CodeBlock(int first, Span<int> codes);
