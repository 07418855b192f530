namespace Ingest.Storage;

/// <summary>Why the store could not do what was asked. None of these carries a value of a case.</summary>
public enum StoreFailureCode
{
    /// <summary>The key is not in the ring, or is not the one the store was written with.</summary>
    KeyUnavailable,

    /// <summary>The data key of an upload is not in the folder of upload keys.</summary>
    UploadKeyMissing,

    /// <summary>No space left; nothing was kept of what was being written.</summary>
    DiskFull,

    /// <summary>The folder or a file in it cannot be read or written.</summary>
    StoreUnreachable,

    /// <summary>A file of the store is damaged, or is not the one the catalogue names.</summary>
    FileDamaged,

    /// <summary>Written by a newer version of the product.</summary>
    NewerSchemaVersion,

    /// <summary>Another process held the store for longer than the wait allowed.</summary>
    StoreBusy,

    /// <summary>A file was written anew while it was being counted: count again.</summary>
    StoreChanged,

    UnknownPartner,

    UnknownUpload,

    /// <summary>The upload has been replaced, withdrawn or destroyed already.</summary>
    UploadNotActive,

    /// <summary>The partner has accepted records of the quarter that it says is without cases.</summary>
    RecordsReported,

    /// <summary>Only an upload that is no longer active may be destroyed.</summary>
    UploadStillActive,

    /// <summary>A case number is empty, too long, or of several lines.</summary>
    CaseNumberWrong,

    /// <summary>A partner's word for a code is empty, too long, without a letter, an identifier by its look, or for a code that there is not.</summary>
    WordWrong,

    /// <summary>The word is understood already.</summary>
    WordKnown,

    /// <summary>An upload may be replaced by its own partner only.</summary>
    OtherPartnersUpload,

    /// <summary>Case records replace case records, and figures figures.</summary>
    OtherContent,
}
