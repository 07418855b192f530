using Host.Composition;
using Ingest.Storage;

namespace Host.Web.Problems;

/// <summary>Every way in which a request to the interface for programs can fail. The documentation shows an example of each.</summary>
internal static class ProblemKinds
{
    public static readonly ProblemKind RequestBad = new(StatusCodes.Status400BadRequest, "RequestBad", "400");
    public static readonly ProblemKind RequestLarge = new(StatusCodes.Status413PayloadTooLarge, "RequestBad", "413");
    public static readonly ProblemKind PageWrong = new(StatusCodes.Status400BadRequest, "PageWrong", "200");
    public static readonly ProblemKind LanguageNotOffered = new(StatusCodes.Status400BadRequest, "LanguageNotOffered");
    public static readonly ProblemKind ReleaseNotPublished = new(StatusCodes.Status404NotFound, "ReleaseNotPublished");
    public static readonly ProblemKind TableUnknown = new(StatusCodes.Status404NotFound, "TableUnknown");
    public static readonly ProblemKind FormatNotOffered = new(StatusCodes.Status406NotAcceptable, "FormatNotOffered");
    public static readonly ProblemKind TooManyReads = new(StatusCodes.Status429TooManyRequests, "TooManyReads");
    public static readonly ProblemKind PartnerKeyRefused = new(StatusCodes.Status401Unauthorized, "PartnerKeyRefused");
    public static readonly ProblemKind FileNotSent = new(StatusCodes.Status400BadRequest, "FileNotSent");
    public static readonly ProblemKind RetryKeyLong = new(StatusCodes.Status400BadRequest, "RetryKeyLong", "200");
    public static readonly ProblemKind RetryKeyReused = new(StatusCodes.Status422UnprocessableEntity, "RetryKeyReused");
    public static readonly ProblemKind DeliveryRunning = new(StatusCodes.Status409Conflict, "DeliveryRunning");
    public static readonly ProblemKind DeliveryUnknown = new(StatusCodes.Status404NotFound, "DeliveryUnknown");
    public static readonly ProblemKind TooManyUploads = new(StatusCodes.Status429TooManyRequests, "TooManyUploads");
    public static readonly ProblemKind ServerFault = new(StatusCodes.Status500InternalServerError, "ServerFault");

    /// <summary>What the case store may answer to somebody who hands in a file.</summary>
    public static IReadOnlyList<ProblemKind> Store { get; } =
    [
        .. new[]
        {
            StoreFailureCode.UnknownPartner, StoreFailureCode.DiskFull, StoreFailureCode.StoreBusy, StoreFailureCode.StoreUnreachable,
            StoreFailureCode.KeyUnavailable, StoreFailureCode.UploadKeyMissing, StoreFailureCode.FileDamaged, StoreFailureCode.NewerSchemaVersion,
        }.Select(StoreFailures.Of).Select(f => new ProblemKind(Problem.StatusOf(f.Exit), f.Code)),
    ];
}
