using Host.Progressing;
using Reports.Files;

namespace Host.Cli;

/// <summary>The files of a folder, as progress of a verb.</summary>
internal static class FilesProgress
{
    public static IProgress<FilesWritten> Of(IProgress<ProgressStep> progress) =>
        new RelayedProgress<FilesWritten>(f => progress.Report(new ProgressStep("ProgressFiles", "", f.Done, f.Total)));
}
