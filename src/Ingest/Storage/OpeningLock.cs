namespace Ingest.Storage;

/// <summary>Keeps two processes from bringing one store up to date at once. The system frees it when its process ends.</summary>
internal static class OpeningLock
{
    private const int Attempts = 300;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <exception cref="StoreException">The store stayed locked for half a minute.</exception>
    public static FileStream Take(string path)
    {
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return OwnerFile.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException failure) when (StoreFault.Of(failure) != StoreFailureCode.DiskFull && Directory.Exists(Path.GetDirectoryName(path)))
            {
                if (attempt == Attempts)
                {
                    throw new StoreException(StoreFailureCode.StoreBusy);
                }

                Thread.Sleep(Pause);
            }
        }
    }
}
