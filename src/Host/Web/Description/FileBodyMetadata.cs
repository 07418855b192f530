namespace Host.Web.Description;

/// <summary>A route takes a file, as the body itself or in a form.</summary>
/// <param name="TakesRetryKey">The same request may be sent again under an <c>Idempotency-Key</c>.</param>
internal sealed record FileBodyMetadata(bool TakesRetryKey);
