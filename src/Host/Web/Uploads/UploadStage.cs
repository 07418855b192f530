namespace Host.Web.Uploads;

/// <summary>Where an upload is.</summary>
internal enum UploadStage
{
    /// <summary>Four files are read at once; this one waits for its turn.</summary>
    Waiting,

    /// <summary>It comes in.</summary>
    Receiving,

    /// <summary>Its records are read and checked.</summary>
    Reading,
}
