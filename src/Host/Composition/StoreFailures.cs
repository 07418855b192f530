using Host.Outcomes;
using Ingest.Storage;

namespace Host.Composition;

/// <summary>What a failure of the case store means to the caller of the command line.</summary>
internal static class StoreFailures
{
    public static Failure Of(StoreFailureCode code) => new(
        code switch
        {
            StoreFailureCode.UnknownPartner or StoreFailureCode.UnknownUpload or StoreFailureCode.WordWrong or StoreFailureCode.CaseNumberWrong => ExitCode.InvalidInput,
            StoreFailureCode.RecordsReported or StoreFailureCode.WordKnown or StoreFailureCode.UploadNotActive or StoreFailureCode.OtherContent or StoreFailureCode.UploadStillActive or StoreFailureCode.StoreChanged => ExitCode.Conflict,
            StoreFailureCode.OtherPartnersUpload => ExitCode.NotPermitted,
            _ => ExitCode.DependencyUnavailable,
        },
        $"Store{code}");
}
