using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using NpgsqlTypes;

#nullable disable

namespace Gongkai.Records.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Disclosure : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "search_items",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    ColumnId = table.Column<Guid>(type: "uuid", nullable: false),
                    Category = table.Column<int>(type: "integer", nullable: false),
                    Genre = table.Column<int>(type: "integer", nullable: false),
                    Validity = table.Column<int>(type: "integer", nullable: false),
                    TurnsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    FormedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    PublishedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    DocumentNumber = table.Column<string>(type: "text", nullable: true),
                    IndexNumber = table.Column<string>(type: "text", nullable: true),
                    Issuer = table.Column<string>(type: "text", nullable: false),
                    Keywords = table.Column<string>(type: "text", nullable: true),
                    Interpreted = table.Column<bool>(type: "boolean", nullable: false),
                    Cut = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_items", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "search_synonyms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    Words = table.Column<List<string>>(type: "text[]", nullable: false),
                    Note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_synonyms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "search_texts",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false),
                    Packed = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_texts", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "search_words",
                columns: table => new
                {
                    Key = table.Column<long>(type: "bigint", nullable: false),
                    Words = table.Column<NpgsqlTsVector>(type: "tsvector", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_words", x => x.Key);
                })
                .Annotation("Npgsql:StorageParameter:toast_tuple_target", 128);

            migrationBuilder.CreateIndex(
                name: "IX_search_items_Cut_Key",
                table: "search_items",
                columns: new[] { "Cut", "Key" });

            migrationBuilder.CreateIndex(
                name: "IX_search_items_ItemId",
                table: "search_items",
                column: "ItemId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_search_items_TurnsOn",
                table: "search_items",
                column: "TurnsOn",
                filter: "\"TurnsOn\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_search_synonyms_Handle",
                table: "search_synonyms",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_search_synonyms_Revision",
                table: "search_synonyms",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_search_words_Words",
                table: "search_words",
                column: "Words")
                .Annotation("Npgsql:IndexMethod", "GIN")
                .Annotation("Npgsql:StorageParameter:fastupdate", false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "search_items");

            migrationBuilder.DropTable(
                name: "search_synonyms");

            migrationBuilder.DropTable(
                name: "search_texts");

            migrationBuilder.DropTable(
                name: "search_words");
        }
    }
}
