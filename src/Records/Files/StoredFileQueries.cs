namespace Gongkai.Records.Files;

/// <summary>The questions that are asked about files.</summary>
public static class StoredFileQueries
{
    extension(IQueryable<StoredFile> files)
    {
        /// <summary>Those of one record, the oldest first.</summary>
        public IQueryable<StoredFile> Of(string kind, Guid owner) =>
            files.Where(file => file.OwnerKind == kind && file.OwnerId == owner && file.ErasedAt == null).OrderBy(file => file.Id);

        public IQueryable<StoredFile> WithHandle(Handle handle) => files.Where(file => file.Handle == handle);

        /// <summary>Those whose bytes must lie on the disk.</summary>
        public IQueryable<StoredFile> OnDisk => files.Where(file => file.ErasedAt == null);

        /// <summary>Those that the scanner has not seen.</summary>
        public IQueryable<StoredFile> Quarantined => files.Where(file => file.Scan == Scan.Waiting && file.ErasedAt == null);
    }
}
