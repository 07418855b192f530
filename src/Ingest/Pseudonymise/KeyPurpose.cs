namespace Ingest.Pseudonymise;

/// <summary>What a derived key is for. Each purpose has its own key, so that no key does two jobs.</summary>
public enum KeyPurpose
{
    /// <summary>HMAC of partner id and case number. Does not rotate without re-keying the store.</summary>
    CaseKey,

    /// <summary>HMAC of folded name, birth year and citizenship. Does not rotate without re-keying the store.</summary>
    MatchKey,

    /// <summary>HMAC of case keys whose consent was withdrawn. Does not rotate without re-keying the store.</summary>
    ConsentMark,

    /// <summary>Encryption of case files that were accepted before uploads had keys of their own.</summary>
    StoreFile,

    /// <summary>Wrapping of the data keys of uploads.</summary>
    UploadKey,

    /// <summary>Encryption of files that wait under repair, drafts and certificates.</summary>
    PrivateFile,

    /// <summary>Encryption of the keys of databases.</summary>
    Database,

    /// <summary>MAC over upload receipts.</summary>
    Receipt,

    /// <summary>MAC over releases and their inputs.</summary>
    Release,

    /// <summary>MAC over the audit chain.</summary>
    Audit,
}
