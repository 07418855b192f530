using Ingest.Rules;
using ParquetSharp;
using ParquetSharp.IO;

namespace Ingest.Formats.Columnar;

/// <summary>Checks rows, columns and unpacked size in a Parquet file's footer before any page is unpacked.</summary>
internal static class ParquetLimits
{
    public static FileFault Check(Stream file, ReadLimits limits)
    {
        try
        {
            file.Position = 0;
            using var access = new ManagedRandomAccessFile(file, leaveOpen: true);
            using var reader = new ParquetFileReader(access);
            if (reader.FileMetaData.NumRows > limits.Rows)
            {
                return new FileFault(RuleCode.TooManyRows);
            }

            if (reader.FileMetaData.NumColumns > limits.Columns)
            {
                return new FileFault(RuleCode.TooManyColumns);
            }

            long unpacked = 0;
            for (int i = 0; i < reader.FileMetaData.NumRowGroups; i++)
            {
                using RowGroupReader group = reader.RowGroup(i);
                unpacked += group.MetaData.TotalByteSize;
            }

            return unpacked > limits.UnpackedBytes ? new FileFault(RuleCode.ArchiveTooLarge) : default;
        }
        catch (Exception failure) when (failure is ParquetException or IOException or InvalidOperationException or ArgumentException)
        {
            return new FileFault(RuleCode.TableUnreadable);
        }
    }
}
