using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongkai.Records.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Disclosure : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "disclosure_columns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Handle = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ParentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Description = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Keywords = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Category = table.Column<int>(type: "INTEGER", nullable: false),
                    Matter = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    DepartmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MaxGapDays = table.Column<int>(type: "INTEGER", nullable: true),
                    MinCount = table.Column<int>(type: "INTEGER", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_columns", x => x.Id);
                    table.ForeignKey(
                        name: "FK_disclosure_columns_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_disclosure_columns_departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_disclosure_columns_disclosure_columns_ParentId",
                        column: x => x.ParentId,
                        principalTable: "disclosure_columns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "guide_versions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Handle = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AuthorName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    SignedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    SignedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    SignedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ConfirmedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ConfirmedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Facts = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_guide_versions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_guide_versions_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "index_counters",
                columns: table => new
                {
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Period = table.Column<int>(type: "INTEGER", nullable: false),
                    Last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_index_counters", x => new { x.AgencyId, x.Period });
                    table.ForeignKey(
                        name: "FK_index_counters_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "catalogue_entries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Handle = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ColumnId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DepartmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Mode = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_entries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_catalogue_entries_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_catalogue_entries_departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_catalogue_entries_disclosure_columns_ColumnId",
                        column: x => x.ColumnId,
                        principalTable: "disclosure_columns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "catalogue_versions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Why = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_versions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_catalogue_versions_catalogue_entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "catalogue_entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "information_items",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Handle = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ColumnId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DepartmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IndexNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Issuer = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Keywords = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Genre = table.Column<int>(type: "INTEGER", nullable: false),
                    FormedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EffectiveOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Attribute = table.Column<int>(type: "INTEGER", nullable: false),
                    Validity = table.Column<int>(type: "INTEGER", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndedWhy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Late = table.Column<bool>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnWhy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_information_items", x => x.Id);
                    table.ForeignKey(
                        name: "FK_information_items_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_information_items_catalogue_entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "catalogue_entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_information_items_departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_information_items_disclosure_columns_ColumnId",
                        column: x => x.ColumnId,
                        principalTable: "disclosure_columns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "item_attachments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_item_attachments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_item_attachments_information_items_ItemId",
                        column: x => x.ItemId,
                        principalTable: "information_items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_item_attachments_stored_files_FileId",
                        column: x => x.FileId,
                        principalTable: "stored_files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "item_publications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Handle = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Channel = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    ProofId = table.Column<Guid>(type: "TEXT", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    VoidWhy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_item_publications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_item_publications_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_item_publications_information_items_ItemId",
                        column: x => x.ItemId,
                        principalTable: "information_items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_item_publications_stored_files_ProofId",
                        column: x => x.ProofId,
                        principalTable: "stored_files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "item_relations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    FromId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_item_relations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_item_relations_information_items_FromId",
                        column: x => x.FromId,
                        principalTable: "information_items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_item_relations_information_items_ToId",
                        column: x => x.ToId,
                        principalTable: "information_items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "item_texts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Html = table.Column<string>(type: "TEXT", nullable: false),
                    Plain = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    EditedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_item_texts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_item_texts_information_items_ItemId",
                        column: x => x.ItemId,
                        principalTable: "information_items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "item_versions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Handle = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AuthorName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CorrectionWhy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    PublishAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    HandedInAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_item_versions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_item_versions_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_item_versions_information_items_ItemId",
                        column: x => x.ItemId,
                        principalTable: "information_items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "item_findings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Handle = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Blocks = table.Column<bool>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Excerpt = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Message = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    LiftedWhy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    LiftedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    LiftedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    LiftedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_item_findings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_item_findings_item_versions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "item_versions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "item_opinions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    Passed = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_item_opinions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_item_opinions_item_versions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "item_versions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_entries_AgencyId_Number",
                table: "catalogue_entries",
                columns: new[] { "AgencyId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_entries_ColumnId",
                table: "catalogue_entries",
                column: "ColumnId");

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_entries_DepartmentId",
                table: "catalogue_entries",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_entries_Handle",
                table: "catalogue_entries",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_entries_Revision",
                table: "catalogue_entries",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_versions_EntryId_Number",
                table: "catalogue_versions",
                columns: new[] { "EntryId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_versions_Revision",
                table: "catalogue_versions",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_columns_AgencyId_Slug",
                table: "disclosure_columns",
                columns: new[] { "AgencyId", "Slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_columns_DepartmentId",
                table: "disclosure_columns",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_columns_Handle",
                table: "disclosure_columns",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_columns_ParentId",
                table: "disclosure_columns",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_columns_Revision",
                table: "disclosure_columns",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_guide_versions_AgencyId_Number",
                table: "guide_versions",
                columns: new[] { "AgencyId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_guide_versions_Handle",
                table: "guide_versions",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_guide_versions_Revision",
                table: "guide_versions",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_information_items_AgencyId_DocumentNumber",
                table: "information_items",
                columns: new[] { "AgencyId", "DocumentNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_information_items_AgencyId_Genre_State_PublishedAt_Id",
                table: "information_items",
                columns: new[] { "AgencyId", "Genre", "State", "PublishedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_information_items_AgencyId_Late_DueOn_Id",
                table: "information_items",
                columns: new[] { "AgencyId", "Late", "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_information_items_AgencyId_State_DueOn_Id",
                table: "information_items",
                columns: new[] { "AgencyId", "State", "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_information_items_AgencyId_State_EndsOn_Id",
                table: "information_items",
                columns: new[] { "AgencyId", "State", "EndsOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_information_items_AgencyId_State_PublishedAt_Id",
                table: "information_items",
                columns: new[] { "AgencyId", "State", "PublishedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_information_items_ColumnId_State_PublishedAt_Id",
                table: "information_items",
                columns: new[] { "ColumnId", "State", "PublishedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_information_items_DepartmentId",
                table: "information_items",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_information_items_EntryId_State_PublishedAt_Id",
                table: "information_items",
                columns: new[] { "EntryId", "State", "PublishedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_information_items_Handle",
                table: "information_items",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_information_items_IndexNumber",
                table: "information_items",
                column: "IndexNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_information_items_Revision",
                table: "information_items",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_information_items_State_ChangedAt_Id",
                table: "information_items",
                columns: new[] { "State", "ChangedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_item_attachments_FileId",
                table: "item_attachments",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_item_attachments_ItemId_Order",
                table: "item_attachments",
                columns: new[] { "ItemId", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_item_attachments_Revision",
                table: "item_attachments",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_item_findings_Handle",
                table: "item_findings",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_item_findings_Revision",
                table: "item_findings",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_item_findings_VersionId_Hash",
                table: "item_findings",
                columns: new[] { "VersionId", "Hash" });

            migrationBuilder.CreateIndex(
                name: "IX_item_opinions_Revision",
                table: "item_opinions",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_item_opinions_VersionId_At",
                table: "item_opinions",
                columns: new[] { "VersionId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_item_publications_AgencyId_On_Channel",
                table: "item_publications",
                columns: new[] { "AgencyId", "On", "Channel" });

            migrationBuilder.CreateIndex(
                name: "IX_item_publications_Handle",
                table: "item_publications",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_item_publications_ItemId_Channel",
                table: "item_publications",
                columns: new[] { "ItemId", "Channel" });

            migrationBuilder.CreateIndex(
                name: "IX_item_publications_ProofId",
                table: "item_publications",
                column: "ProofId");

            migrationBuilder.CreateIndex(
                name: "IX_item_publications_Revision",
                table: "item_publications",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_item_relations_FromId_Kind_ToId",
                table: "item_relations",
                columns: new[] { "FromId", "Kind", "ToId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_item_relations_Revision",
                table: "item_relations",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_item_relations_ToId_Kind",
                table: "item_relations",
                columns: new[] { "ToId", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_item_texts_ItemId",
                table: "item_texts",
                column: "ItemId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_item_texts_Revision",
                table: "item_texts",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_item_versions_AgencyId_State_Step_HandedInAt_Id",
                table: "item_versions",
                columns: new[] { "AgencyId", "State", "Step", "HandedInAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_item_versions_Handle",
                table: "item_versions",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_item_versions_ItemId_Number",
                table: "item_versions",
                columns: new[] { "ItemId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_item_versions_Revision",
                table: "item_versions",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_item_versions_State_PublishAt",
                table: "item_versions",
                columns: new[] { "State", "PublishAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "catalogue_versions");

            migrationBuilder.DropTable(
                name: "guide_versions");

            migrationBuilder.DropTable(
                name: "index_counters");

            migrationBuilder.DropTable(
                name: "item_attachments");

            migrationBuilder.DropTable(
                name: "item_findings");

            migrationBuilder.DropTable(
                name: "item_opinions");

            migrationBuilder.DropTable(
                name: "item_publications");

            migrationBuilder.DropTable(
                name: "item_relations");

            migrationBuilder.DropTable(
                name: "item_texts");

            migrationBuilder.DropTable(
                name: "item_versions");

            migrationBuilder.DropTable(
                name: "information_items");

            migrationBuilder.DropTable(
                name: "catalogue_entries");

            migrationBuilder.DropTable(
                name: "disclosure_columns");
        }
    }
}
