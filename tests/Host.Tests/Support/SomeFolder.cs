namespace Host.Tests.Support;

/// <summary>A folder of the test's own, gone with it.</summary>
internal sealed class SomeFolder : IDisposable
{
    public SomeFolder() => Path = Directory.CreateTempSubdirectory("reporting-test-").FullName;

    public string Path { get; }

    public string this[params string[] parts] => System.IO.Path.Combine([Path, .. parts]);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
