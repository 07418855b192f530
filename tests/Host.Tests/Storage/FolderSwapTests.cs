using Host.Storage;
using Host.Tests.Support;

namespace Host.Tests.Storage;

public sealed class FolderSwapTests : IDisposable
{
    private readonly SomeFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Put_TheNewStandsInItsPlace_NothingElseIsLeft(bool replaces)
    {
        Make("new", "new");
        if (replaces)
        {
            Make("place", "old");
        }

        FolderSwap.Put(_folder["new"], _folder["place"], () => Assert.Equal("new", Held()));
        Assert.Equal("new", Held());
        Assert.Equal([_folder["place"]], Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void KilledAsTheNewStandsInItsPlace_NextRunOnlyClears()
    {
        Make("new", "new");
        Make("place", "old");
        Assert.Throws<InvalidOperationException>(() => FolderSwap.Put(_folder["new"], _folder["place"], () => throw new InvalidOperationException()));
        FolderSwap.Mend(_folder["place"]);
        Assert.Equal("new", Held());
        Assert.False(Directory.Exists(FolderSwap.AsideOf(_folder["place"])));
    }

    [Fact]
    public void KilledBetweenTwoMoves_TheOldComesBack()
    {
        Make("place.old", "old");
        FolderSwap.Mend(_folder["place"]);
        Assert.Equal("old", Held());
        FolderSwap.Mend(_folder["place"]);
        Assert.Equal("old", Held());
    }

    private void Make(string name, string content)
    {
        Directory.CreateDirectory(_folder[name]);
        File.WriteAllText(_folder[name, "file"], content);
    }

    private string Held() => File.ReadAllText(_folder["place", "file"]);
}
