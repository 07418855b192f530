using System.Diagnostics;
using Publication.Tables;

namespace Reports.Tests.Workbooks;

/// <summary>A second program opens what we write. Skipped, with the line that installs it, where it is not there.</summary>
public sealed class LibreOfficeTests : IDisposable
{
    private const string Install = "apt-get install -y libreoffice-calc poppler-utils";

    private readonly string _folder = Directory.CreateTempSubdirectory("office").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Workbook_OpensAndPrintsEverySheet()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/soffice") && File.Exists("/usr/bin/pdftotext"), Install);
        var book = Path.Join(_folder, "bulletin.xlsx");
        await File.WriteAllBytesAsync(book, SomeWorkbook.Write("quarter with history", Language.Tr), TestContext.Current.CancellationToken);

        await Run("/usr/bin/soffice", $"-env:UserInstallation=file://{_folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", _folder, book);
        await Run("/usr/bin/pdftotext", "-layout", Path.Join(_folder, "bulletin.pdf"), Path.Join(_folder, "bulletin.txt"));
        var text = await File.ReadAllTextAsync(Path.Join(_folder, "bulletin.txt"), TestContext.Current.CancellationToken);

        foreach (var wanted in new[] { "İnsan ticareti mağdurları", "Zorla seks işçiliği", "Öne çıkan sonuçlar", "Yetişkin [c]", "Psikososyal destek", "2025 Ç3" })
        {
            Assert.Contains(wanted, text, StringComparison.Ordinal);
        }
    }

    private static async Task Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await error + await output);
    }
}
