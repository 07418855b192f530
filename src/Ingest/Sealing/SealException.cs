namespace Ingest.Sealing;

/// <summary>A sealed database does not open; nothing of it was changed.</summary>
/// <param name="fault">Why.</param>
/// <param name="database">Name of the file, without its folder.</param>
/// <param name="keyId">Id of the key that it asks for; empty where that is not known.</param>
public sealed class SealException(SealFault fault, string database, string keyId) : Exception(fault.ToString())
{
    public SealFault Fault { get; } = fault;

    public string Database { get; } = database;

    public string KeyId { get; } = keyId;
}
