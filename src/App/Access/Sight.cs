using Gongkai.Records;
using Gongkai.Records.Organizations;
using Gongkai.Rules.Access;

namespace Gongkai.App.Access;

/// <summary>The one question of who may read what an agency keeps: pages, lists and files all ask it.</summary>
public static class Sight
{
    extension(Store store)
    {
        /// <summary>Whether a record may be read at this desk: one of its agency, or one that a merged agency left to it (承接单位).</summary>
        /// <param name="me">Who asks.</param>
        /// <param name="permission">What reading this kind of record needs.</param>
        /// <param name="agency">Whose record it is. It stays the record of an agency that was merged, and is read under its name.</param>
        /// <param name="department">The department that it is of; none means that it is of the whole agency.</param>
        public async Task<bool> MayRead(Me me, Permission permission, Guid agency, Guid? department = null) => agency == me.Agency
            ? me.May(permission, department)
            // The departments of a merged agency are none of this desk's: what it left is for those who see the whole agency.
            : me.May(permission) && (await store.WithPredecessors(me.Agency)).Contains(agency);
    }
}
