namespace Ingest.Sealing;

/// <summary>Why a sealed database does not open.</summary>
public enum SealFault
{
    /// <summary>Its key is not in the ring, or the ring has another one under the same id.</summary>
    KeyUnavailable,

    /// <summary>It is no database of this program, or its head is damaged.</summary>
    Damaged,

    /// <summary>A newer version of this program has sealed it.</summary>
    Newer,
}
