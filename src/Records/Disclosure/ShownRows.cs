namespace Gongkai.Records.Disclosure;

/// <summary>The rows that the public sees beside the item's own, as its published content says.</summary>
static class ShownRows
{
    extension(ItemContent content)
    {
        public ItemText TextOf(Guid item) => content.Onto(new() { ItemId = item, Html = "", Plain = "", Source = "" });

        /// <summary>The same in the row of the version before.</summary>
        public ItemText Onto(ItemText text)
        {
            (text.Html, text.Plain, text.Source, text.EditedBy) = (content.Html, content.Plain, content.Source ?? content.Issuer, content.EditedBy);
            return text;
        }

        public IEnumerable<ItemAttachment> FilesOf(Guid item) => content.Files.Select((file, i) => new ItemAttachment { ItemId = item, FileId = file.FileId, Name = file.Name, Order = i });

        public IEnumerable<ItemRelation> RelationsOf(Guid item) => content.Relations.Distinct().Select(relation => new ItemRelation { FromId = item, ToId = relation.ItemId, Kind = relation.Kind });
    }
}
