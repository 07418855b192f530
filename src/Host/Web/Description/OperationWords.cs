namespace Host.Web.Description;

/// <param name="Summary">In a few words.</param>
/// <param name="Description">What a caller should know.</param>
/// <param name="Answer">What is sent when all goes well.</param>
/// <param name="Parameters">By name.</param>
internal sealed record OperationWords(string Summary, string Description, string Answer, IReadOnlyDictionary<string, string> Parameters);
