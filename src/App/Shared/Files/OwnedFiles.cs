using Gongkai.App.Access;
using Gongkai.Records;
using Gongkai.Records.Files;

namespace Gongkai.App.Shared.Files;

/// <summary>How one domain answers for the files of its records: a file may be read by whoever may see the record that it belongs to.</summary>
/// <param name="Kind">The name that its files bear as <see cref="StoredFile.OwnerKind"/>.</param>
/// <param name="MayRead">Whether this person may see the record; a record that is not there may not be seen.</param>
/// <remarks>A domain registers its own: <c>services.AddSingleton(new OwnedFiles("task", …))</c>. A kind that nobody answers for is closed to everyone.</remarks>
public sealed record OwnedFiles(string Kind, Func<Store, Me, StoredFile, Task<bool>> MayRead);
