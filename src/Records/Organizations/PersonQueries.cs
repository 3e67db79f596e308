using Gongkai.Rules.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Records.Organizations;

/// <summary>The questions that are asked about departments, people and posts.</summary>
public static class PersonQueries
{
    extension(Store store)
    {
        /// <summary>The departments of an agency that exist, in their order.</summary>
        public IQueryable<Department> DepartmentsOf(Guid agency) =>
            store.Departments.Where(department => department.AgencyId == agency && department.AbolishedOn == null).OrderBy(department => department.Order).ThenBy(department => department.Id);

        /// <summary>Those who work at an agency, in their order.</summary>
        public IQueryable<Person> PeopleOf(Guid agency) =>
            store.People.Where(person => person.AgencyId == agency && person.LeftOn == null).OrderBy(person => person.Order).ThenBy(person => person.Id);

        /// <summary>The posts that someone holds, highest first.</summary>
        public Task<List<Post>> PostsOf(Guid person) =>
            store.Posts.Where(post => post.PersonId == person && post.Until == null).OrderBy(post => post.Rank).ThenBy(post => post.From).ToListAsync();

        /// <summary>The highest rank that someone holds, if any.</summary>
        public Task<Rank?> RankOf(Guid person) => store.Posts.Where(post => post.PersonId == person && post.Until == null).MinAsync(post => (Rank?)post.Rank);

        /// <summary>The highest rank of each of an agency's people who holds a post.</summary>
        public Task<Dictionary<Guid, (Rank Rank, string Title)>> RanksOf(Guid agency) => Ranks(store, agency);
    }

    extension(IQueryable<Department> departments)
    {
        /// <summary>Only these; <c>null</c> means all.</summary>
        public IQueryable<Department> Within(IReadOnlyList<Guid>? few) => few is null ? departments : departments.Where(department => few.Contains(department.Id));
    }

    extension(IQueryable<Person> people)
    {
        /// <summary>Only those who work in these departments; <c>null</c> means all, the leaders with them.</summary>
        public IQueryable<Person> Within(IReadOnlyList<Guid>? few) => few is null ? people : people.Where(person => person.DepartmentId != null && few.Contains(person.DepartmentId.Value));
    }

    static async Task<Dictionary<Guid, (Rank Rank, string Title)>> Ranks(Store store, Guid agency) =>
        (await store.Posts.AsNoTracking().Where(post => post.AgencyId == agency && post.Until == null).OrderBy(post => post.Rank).ThenBy(post => post.From).ToListAsync())
        .GroupBy(post => post.PersonId).ToDictionary(posts => posts.Key, posts => (posts.First().Rank, posts.First().Title));
}
