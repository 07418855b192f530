namespace Ingest.Pseudonymise;

/// <summary>Why there is no key ring.</summary>
public enum KeyFault
{
    None,

    /// <summary>The file or environment variable is not there or may not be read.</summary>
    Missing,

    /// <summary>It is not a key ring: no JSON, newer schema, wrong length, an id twice, or a current id without a key.</summary>
    Malformed,
}
