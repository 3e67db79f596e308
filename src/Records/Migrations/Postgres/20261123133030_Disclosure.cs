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
                name: "disclosure_batches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Register = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: true),
                    AuthorName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    HandedInAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Step = table.Column<int>(type: "integer", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_batches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_disclosure_batches_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_columns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    ParentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Slug = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Description = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Keywords = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Type = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Category = table.Column<int>(type: "integer", nullable: false),
                    Matter = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    MaxGapDays = table.Column<int>(type: "integer", nullable: true),
                    MinCount = table.Column<int>(type: "integer", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: true),
                    AuthorName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Why = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    SignedById = table.Column<Guid>(type: "uuid", nullable: true),
                    SignedBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    SignedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ConfirmedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ConfirmedBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Facts = table.Column<string>(type: "text", nullable: false)
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
                name: "handover_batches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Receiver = table.Column<int>(type: "integer", nullable: false),
                    ReceiverName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    ByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Through = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ThroughId = table.Column<Guid>(type: "uuid", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    Withdrawn = table.Column<int>(type: "integer", nullable: false),
                    Note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    ReceiptId = table.Column<Guid>(type: "uuid", nullable: true),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_handover_batches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_handover_batches_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_handover_batches_stored_files_ReceiptId",
                        column: x => x.ReceiptId,
                        principalTable: "stored_files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "index_counters",
                columns: table => new
                {
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Period = table.Column<int>(type: "integer", nullable: false),
                    Last = table.Column<int>(type: "integer", nullable: false)
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
                name: "register_settings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    PublishWithin = table.Column<int>(type: "integer", nullable: false),
                    YearsPublic = table.Column<int>(type: "integer", nullable: false),
                    YearsPublicOfPersons = table.Column<int>(type: "integer", nullable: false),
                    Why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_register_settings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_register_settings_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "search_files",
                columns: table => new
                {
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    Packed = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_files", x => x.FileId);
                    table.ForeignKey(
                        name: "FK_search_files_stored_files_FileId",
                        column: x => x.FileId,
                        principalTable: "stored_files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

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
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Words = table.Column<List<string>>(type: "text[]", nullable: false),
                    Note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_synonyms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_search_synonyms_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
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

            migrationBuilder.CreateTable(
                name: "batch_opinions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    BatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    Step = table.Column<int>(type: "integer", nullable: false),
                    Passed = table.Column<bool>(type: "boolean", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    ByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_batch_opinions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_batch_opinions_disclosure_batches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "disclosure_batches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "coercion_decisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CoercionKind = table.Column<int>(type: "integer", nullable: false),
                    Basis = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Content = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    CarriedOutOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LiftedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Remark = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    State = table.Column<int>(type: "integer", nullable: false),
                    PublishBy = table.Column<DateOnly>(type: "date", nullable: true),
                    PublicUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Late = table.Column<bool>(type: "boolean", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    WithheldWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    VoidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    VoidedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    BatchId = table.Column<Guid>(type: "uuid", nullable: true),
                    Hands = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    PartyName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ShownName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    PartyKind = table.Column<int>(type: "integer", nullable: false),
                    CreditCode = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    BusinessNumber = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    OrganizationCode = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    TaxNumber = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    InstitutionNumber = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    SocialNumber = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    LegalPerson = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    LegalPersonPaper = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    LegalPersonNumber = table.Column<string>(type: "text", nullable: true),
                    Paper = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    PaperNumber = table.Column<string>(type: "text", nullable: true),
                    Authority = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    AuthorityCode = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SourceCode = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Overturned = table.Column<int>(type: "integer", nullable: true),
                    OverturnedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    TakeDownBy = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coercion_decisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_coercion_decisions_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_coercion_decisions_departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_coercion_decisions_disclosure_batches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "disclosure_batches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "fee_entries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DepartmentName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Collector = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    CollectorNature = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Nature = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Service = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Standard = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    StandardBy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Basis = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Remark = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    State = table.Column<int>(type: "integer", nullable: false),
                    PublishBy = table.Column<DateOnly>(type: "date", nullable: true),
                    PublicUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Late = table.Column<bool>(type: "boolean", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    WithheldWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    VoidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    VoidedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    BatchId = table.Column<Guid>(type: "uuid", nullable: true),
                    Hands = table.Column<List<Guid>>(type: "uuid[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fee_entries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_fee_entries_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_fee_entries_departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_fee_entries_disclosure_batches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "disclosure_batches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "fee_receipts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Fen = table.Column<long>(type: "bigint", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Remark = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    State = table.Column<int>(type: "integer", nullable: false),
                    PublishBy = table.Column<DateOnly>(type: "date", nullable: true),
                    PublicUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Late = table.Column<bool>(type: "boolean", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    WithheldWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    VoidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    VoidedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    BatchId = table.Column<Guid>(type: "uuid", nullable: true),
                    Hands = table.Column<List<Guid>>(type: "uuid[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_fee_receipts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_fee_receipts_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_fee_receipts_departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_fee_receipts_disclosure_batches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "disclosure_batches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "licence_decisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    LicenceKind = table.Column<int>(type: "integer", nullable: false),
                    ItemName = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    CertificateName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    LicenceNumber = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Content = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Status = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Remark = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    State = table.Column<int>(type: "integer", nullable: false),
                    PublishBy = table.Column<DateOnly>(type: "date", nullable: true),
                    PublicUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Late = table.Column<bool>(type: "boolean", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    WithheldWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    VoidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    VoidedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    BatchId = table.Column<Guid>(type: "uuid", nullable: true),
                    Hands = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    PartyName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ShownName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    PartyKind = table.Column<int>(type: "integer", nullable: false),
                    CreditCode = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    BusinessNumber = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    OrganizationCode = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    TaxNumber = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    InstitutionNumber = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    SocialNumber = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    LegalPerson = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    LegalPersonPaper = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    LegalPersonNumber = table.Column<string>(type: "text", nullable: true),
                    Paper = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    PaperNumber = table.Column<string>(type: "text", nullable: true),
                    Authority = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    AuthorityCode = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SourceCode = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Overturned = table.Column<int>(type: "integer", nullable: true),
                    OverturnedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    TakeDownBy = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_licence_decisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_licence_decisions_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_licence_decisions_departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_licence_decisions_disclosure_batches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "disclosure_batches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "normative_documents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    NormativeKind = table.Column<int>(type: "integer", nullable: false),
                    DisclosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RepealedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RepealedBy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    LapsedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Remark = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    State = table.Column<int>(type: "integer", nullable: false),
                    PublishBy = table.Column<DateOnly>(type: "date", nullable: true),
                    PublicUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Late = table.Column<bool>(type: "boolean", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    WithheldWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    VoidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    VoidedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    BatchId = table.Column<Guid>(type: "uuid", nullable: true),
                    Hands = table.Column<List<Guid>>(type: "uuid[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_normative_documents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_normative_documents_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_normative_documents_departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_normative_documents_disclosure_batches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "disclosure_batches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "penalty_decisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Procedure = table.Column<int>(type: "integer", nullable: false),
                    Significant = table.Column<bool>(type: "boolean", nullable: false),
                    Facts = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Basis = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Penalties = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Content = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    FineFen = table.Column<long>(type: "bigint", nullable: true),
                    ConfiscatedFen = table.Column<long>(type: "bigint", nullable: true),
                    Revoked = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    PublicityEnd = table.Column<DateOnly>(type: "date", nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Remark = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    State = table.Column<int>(type: "integer", nullable: false),
                    PublishBy = table.Column<DateOnly>(type: "date", nullable: true),
                    PublicUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Late = table.Column<bool>(type: "boolean", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    WithheldWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    VoidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    VoidedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    BatchId = table.Column<Guid>(type: "uuid", nullable: true),
                    Hands = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    PartyName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ShownName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    PartyKind = table.Column<int>(type: "integer", nullable: false),
                    CreditCode = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    BusinessNumber = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    OrganizationCode = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    TaxNumber = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    InstitutionNumber = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    SocialNumber = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    LegalPerson = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    LegalPersonPaper = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    LegalPersonNumber = table.Column<string>(type: "text", nullable: true),
                    Paper = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    PaperNumber = table.Column<string>(type: "text", nullable: true),
                    Authority = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    AuthorityCode = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SourceCode = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Overturned = table.Column<int>(type: "integer", nullable: true),
                    OverturnedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    TakeDownBy = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_penalty_decisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_penalty_decisions_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_penalty_decisions_departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_penalty_decisions_disclosure_batches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "disclosure_batches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "power_entries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PowerKind = table.Column<int>(type: "integer", nullable: false),
                    SubTitle = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Basis = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Duties = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Accountability = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Executor = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    Adjustment = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Remark = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    State = table.Column<int>(type: "integer", nullable: false),
                    PublishBy = table.Column<DateOnly>(type: "date", nullable: true),
                    PublicUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Late = table.Column<bool>(type: "boolean", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    WithheldWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    VoidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    VoidedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    BatchId = table.Column<Guid>(type: "uuid", nullable: true),
                    Hands = table.Column<List<Guid>>(type: "uuid[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_power_entries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_power_entries_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_power_entries_departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_power_entries_disclosure_batches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "disclosure_batches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "procurement_contracts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ProjectNumber = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Supplier = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Fen = table.Column<long>(type: "bigint", nullable: false),
                    Subject = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    AnnouncedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AnnouncedAt = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Remark = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    State = table.Column<int>(type: "integer", nullable: false),
                    PublishBy = table.Column<DateOnly>(type: "date", nullable: true),
                    PublicUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Late = table.Column<bool>(type: "boolean", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    WithheldWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    VoidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    VoidedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    BatchId = table.Column<Guid>(type: "uuid", nullable: true),
                    Hands = table.Column<List<Guid>>(type: "uuid[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_procurement_contracts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_procurement_contracts_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_procurement_contracts_departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_procurement_contracts_disclosure_batches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "disclosure_batches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "procurement_projects",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Method = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    Supplier = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    Fen = table.Column<long>(type: "bigint", nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Agent = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Subject = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Remark = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    State = table.Column<int>(type: "integer", nullable: false),
                    PublishBy = table.Column<DateOnly>(type: "date", nullable: true),
                    PublicUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Late = table.Column<bool>(type: "boolean", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    WithheldWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    VoidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    VoidedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    BatchId = table.Column<Guid>(type: "uuid", nullable: true),
                    Hands = table.Column<List<Guid>>(type: "uuid[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_procurement_projects", x => x.Id);
                    table.ForeignKey(
                        name: "FK_procurement_projects_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_procurement_projects_departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_procurement_projects_disclosure_batches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "disclosure_batches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "service_decisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ServiceKind = table.Column<int>(type: "integer", nullable: false),
                    Result = table.Column<int>(type: "integer", nullable: false),
                    Basis = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Content = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Remark = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    State = table.Column<int>(type: "integer", nullable: false),
                    PublishBy = table.Column<DateOnly>(type: "date", nullable: true),
                    PublicUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Late = table.Column<bool>(type: "boolean", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    WithheldWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    VoidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    VoidedWhy = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    BatchId = table.Column<Guid>(type: "uuid", nullable: true),
                    Hands = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    PartyName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ShownName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    PartyKind = table.Column<int>(type: "integer", nullable: false),
                    CreditCode = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    BusinessNumber = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    OrganizationCode = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    TaxNumber = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    InstitutionNumber = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    SocialNumber = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    LegalPerson = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    LegalPersonPaper = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    LegalPersonNumber = table.Column<string>(type: "text", nullable: true),
                    Paper = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    PaperNumber = table.Column<string>(type: "text", nullable: true),
                    Authority = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    AuthorityCode = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SourceCode = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Overturned = table.Column<int>(type: "integer", nullable: true),
                    OverturnedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    TakeDownBy = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_service_decisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_service_decisions_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_service_decisions_departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_service_decisions_disclosure_batches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "disclosure_batches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "catalogue_entries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ColumnId = table.Column<Guid>(type: "uuid", nullable: false),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Mode = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    ByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Why = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    ColumnId = table.Column<Guid>(type: "uuid", nullable: false),
                    EntryId = table.Column<Guid>(type: "uuid", nullable: true),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    IndexNumber = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    DocumentNumber = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Issuer = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Summary = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Keywords = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Topic = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Genre = table.Column<int>(type: "integer", nullable: false),
                    FormedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    EffectiveOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Attribute = table.Column<int>(type: "integer", nullable: false),
                    Validity = table.Column<int>(type: "integer", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedWhy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    State = table.Column<int>(type: "integer", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Late = table.Column<bool>(type: "boolean", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    WithdrawnWhy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
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
                name: "handover_entries",
                columns: table => new
                {
                    BatchId = table.Column<Guid>(type: "uuid", nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    IsWithdrawal = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_handover_entries", x => new { x.BatchId, x.ItemId });
                    table.ForeignKey(
                        name: "FK_handover_entries_handover_batches_BatchId",
                        column: x => x.BatchId,
                        principalTable: "handover_batches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_handover_entries_information_items_ItemId",
                        column: x => x.ItemId,
                        principalTable: "information_items",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "item_attachments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    Channel = table.Column<int>(type: "integer", nullable: false),
                    Place = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    ByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    ProofId = table.Column<Guid>(type: "uuid", nullable: true),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    VoidWhy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    FromId = table.Column<Guid>(type: "uuid", nullable: false),
                    ToId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    Html = table.Column<string>(type: "text", nullable: false),
                    Plain = table.Column<string>(type: "text", nullable: false),
                    Source = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    EditedBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Step = table.Column<int>(type: "integer", nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: true),
                    AuthorName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    BegunAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    CorrectionWhy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    PublishAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    HandedInAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    VersionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Blocks = table.Column<bool>(type: "boolean", nullable: false),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Excerpt = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Message = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    LiftedWhy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    LiftedById = table.Column<Guid>(type: "uuid", nullable: true),
                    LiftedBy = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    LiftedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    VersionId = table.Column<Guid>(type: "uuid", nullable: false),
                    Step = table.Column<int>(type: "integer", nullable: false),
                    Passed = table.Column<bool>(type: "boolean", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    ByName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
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
                name: "IX_batch_opinions_BatchId_At",
                table: "batch_opinions",
                columns: new[] { "BatchId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_batch_opinions_Revision",
                table: "batch_opinions",
                column: "Revision",
                filter: "\"Revision\" = 0");

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
                name: "IX_coercion_decisions_AgencyId_Number",
                table: "coercion_decisions",
                columns: new[] { "AgencyId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_coercion_decisions_AgencyId_On_Id",
                table: "coercion_decisions",
                columns: new[] { "AgencyId", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_coercion_decisions_AgencyId_ShownName",
                table: "coercion_decisions",
                columns: new[] { "AgencyId", "ShownName" });

            migrationBuilder.CreateIndex(
                name: "IX_coercion_decisions_AgencyId_State_On_Id",
                table: "coercion_decisions",
                columns: new[] { "AgencyId", "State", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_coercion_decisions_BatchId",
                table: "coercion_decisions",
                column: "BatchId");

            migrationBuilder.CreateIndex(
                name: "IX_coercion_decisions_DepartmentId",
                table: "coercion_decisions",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_coercion_decisions_Handle",
                table: "coercion_decisions",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_coercion_decisions_Number_Id",
                table: "coercion_decisions",
                columns: new[] { "Number", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_coercion_decisions_PublishBy_Id",
                table: "coercion_decisions",
                columns: new[] { "PublishBy", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_coercion_decisions_Revision",
                table: "coercion_decisions",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_coercion_decisions_ShownName_Id",
                table: "coercion_decisions",
                columns: new[] { "ShownName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_coercion_decisions_State_On_Id",
                table: "coercion_decisions",
                columns: new[] { "State", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_coercion_decisions_TakeDownBy_Id",
                table: "coercion_decisions",
                columns: new[] { "TakeDownBy", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_batches_AgencyId_HandedInAt_Id",
                table: "disclosure_batches",
                columns: new[] { "AgencyId", "HandedInAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_batches_AgencyId_State_Step_HandedInAt_Id",
                table: "disclosure_batches",
                columns: new[] { "AgencyId", "State", "Step", "HandedInAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_batches_Handle",
                table: "disclosure_batches",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_batches_Revision",
                table: "disclosure_batches",
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
                name: "IX_fee_entries_AgencyId_Number",
                table: "fee_entries",
                columns: new[] { "AgencyId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_fee_entries_AgencyId_On_Id",
                table: "fee_entries",
                columns: new[] { "AgencyId", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_fee_entries_AgencyId_State_On_Id",
                table: "fee_entries",
                columns: new[] { "AgencyId", "State", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_fee_entries_BatchId",
                table: "fee_entries",
                column: "BatchId");

            migrationBuilder.CreateIndex(
                name: "IX_fee_entries_DepartmentId",
                table: "fee_entries",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_fee_entries_Handle",
                table: "fee_entries",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_fee_entries_Number_Id",
                table: "fee_entries",
                columns: new[] { "Number", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_fee_entries_PublishBy_Id",
                table: "fee_entries",
                columns: new[] { "PublishBy", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_fee_entries_Revision",
                table: "fee_entries",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_fee_entries_State_On_Id",
                table: "fee_entries",
                columns: new[] { "State", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_fee_receipts_AgencyId_Number",
                table: "fee_receipts",
                columns: new[] { "AgencyId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_fee_receipts_AgencyId_On_Id",
                table: "fee_receipts",
                columns: new[] { "AgencyId", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_fee_receipts_AgencyId_State_On_Id",
                table: "fee_receipts",
                columns: new[] { "AgencyId", "State", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_fee_receipts_BatchId",
                table: "fee_receipts",
                column: "BatchId");

            migrationBuilder.CreateIndex(
                name: "IX_fee_receipts_DepartmentId",
                table: "fee_receipts",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_fee_receipts_Handle",
                table: "fee_receipts",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_fee_receipts_Number_Id",
                table: "fee_receipts",
                columns: new[] { "Number", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_fee_receipts_PublishBy_Id",
                table: "fee_receipts",
                columns: new[] { "PublishBy", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_fee_receipts_Revision",
                table: "fee_receipts",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_fee_receipts_State_On_Id",
                table: "fee_receipts",
                columns: new[] { "State", "On", "Id" });

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
                name: "IX_handover_batches_AgencyId_Receiver_ReceiverName_Through",
                table: "handover_batches",
                columns: new[] { "AgencyId", "Receiver", "ReceiverName", "Through" });

            migrationBuilder.CreateIndex(
                name: "IX_handover_batches_Handle",
                table: "handover_batches",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_handover_batches_ReceiptId",
                table: "handover_batches",
                column: "ReceiptId");

            migrationBuilder.CreateIndex(
                name: "IX_handover_batches_Revision",
                table: "handover_batches",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_handover_entries_ItemId_BatchId",
                table: "handover_entries",
                columns: new[] { "ItemId", "BatchId" });

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
                name: "IX_item_versions_Hash",
                table: "item_versions",
                column: "Hash",
                filter: "\"PublishedAt\" IS NOT NULL");

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

            migrationBuilder.CreateIndex(
                name: "IX_licence_decisions_AgencyId_Number",
                table: "licence_decisions",
                columns: new[] { "AgencyId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_licence_decisions_AgencyId_On_Id",
                table: "licence_decisions",
                columns: new[] { "AgencyId", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_licence_decisions_AgencyId_ShownName",
                table: "licence_decisions",
                columns: new[] { "AgencyId", "ShownName" });

            migrationBuilder.CreateIndex(
                name: "IX_licence_decisions_AgencyId_State_On_Id",
                table: "licence_decisions",
                columns: new[] { "AgencyId", "State", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_licence_decisions_BatchId",
                table: "licence_decisions",
                column: "BatchId");

            migrationBuilder.CreateIndex(
                name: "IX_licence_decisions_DepartmentId",
                table: "licence_decisions",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_licence_decisions_Handle",
                table: "licence_decisions",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_licence_decisions_Number_Id",
                table: "licence_decisions",
                columns: new[] { "Number", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_licence_decisions_PublishBy_Id",
                table: "licence_decisions",
                columns: new[] { "PublishBy", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_licence_decisions_Revision",
                table: "licence_decisions",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_licence_decisions_ShownName_Id",
                table: "licence_decisions",
                columns: new[] { "ShownName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_licence_decisions_State_On_Id",
                table: "licence_decisions",
                columns: new[] { "State", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_licence_decisions_TakeDownBy_Id",
                table: "licence_decisions",
                columns: new[] { "TakeDownBy", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_normative_documents_AgencyId_Number",
                table: "normative_documents",
                columns: new[] { "AgencyId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_normative_documents_AgencyId_On_Id",
                table: "normative_documents",
                columns: new[] { "AgencyId", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_normative_documents_AgencyId_RepealedOn",
                table: "normative_documents",
                columns: new[] { "AgencyId", "RepealedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_normative_documents_AgencyId_State_On_Id",
                table: "normative_documents",
                columns: new[] { "AgencyId", "State", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_normative_documents_BatchId",
                table: "normative_documents",
                column: "BatchId");

            migrationBuilder.CreateIndex(
                name: "IX_normative_documents_DepartmentId",
                table: "normative_documents",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_normative_documents_Handle",
                table: "normative_documents",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_normative_documents_ItemId",
                table: "normative_documents",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_normative_documents_Number_Id",
                table: "normative_documents",
                columns: new[] { "Number", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_normative_documents_PublishBy_Id",
                table: "normative_documents",
                columns: new[] { "PublishBy", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_normative_documents_Revision",
                table: "normative_documents",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_normative_documents_State_On_Id",
                table: "normative_documents",
                columns: new[] { "State", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_penalty_decisions_AgencyId_Number",
                table: "penalty_decisions",
                columns: new[] { "AgencyId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_penalty_decisions_AgencyId_On_Id",
                table: "penalty_decisions",
                columns: new[] { "AgencyId", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_penalty_decisions_AgencyId_ShownName",
                table: "penalty_decisions",
                columns: new[] { "AgencyId", "ShownName" });

            migrationBuilder.CreateIndex(
                name: "IX_penalty_decisions_AgencyId_State_On_Id",
                table: "penalty_decisions",
                columns: new[] { "AgencyId", "State", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_penalty_decisions_BatchId",
                table: "penalty_decisions",
                column: "BatchId");

            migrationBuilder.CreateIndex(
                name: "IX_penalty_decisions_DepartmentId",
                table: "penalty_decisions",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_penalty_decisions_Handle",
                table: "penalty_decisions",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_penalty_decisions_Number_Id",
                table: "penalty_decisions",
                columns: new[] { "Number", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_penalty_decisions_PublishBy_Id",
                table: "penalty_decisions",
                columns: new[] { "PublishBy", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_penalty_decisions_Revision",
                table: "penalty_decisions",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_penalty_decisions_ShownName_Id",
                table: "penalty_decisions",
                columns: new[] { "ShownName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_penalty_decisions_State_On_Id",
                table: "penalty_decisions",
                columns: new[] { "State", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_penalty_decisions_TakeDownBy_Id",
                table: "penalty_decisions",
                columns: new[] { "TakeDownBy", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_power_entries_AgencyId_Number",
                table: "power_entries",
                columns: new[] { "AgencyId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_power_entries_AgencyId_On_Id",
                table: "power_entries",
                columns: new[] { "AgencyId", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_power_entries_AgencyId_PowerKind_On_Until",
                table: "power_entries",
                columns: new[] { "AgencyId", "PowerKind", "On", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_power_entries_AgencyId_State_On_Id",
                table: "power_entries",
                columns: new[] { "AgencyId", "State", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_power_entries_BatchId",
                table: "power_entries",
                column: "BatchId");

            migrationBuilder.CreateIndex(
                name: "IX_power_entries_DepartmentId",
                table: "power_entries",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_power_entries_Handle",
                table: "power_entries",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_power_entries_Number_Id",
                table: "power_entries",
                columns: new[] { "Number", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_power_entries_PublishBy_Id",
                table: "power_entries",
                columns: new[] { "PublishBy", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_power_entries_Revision",
                table: "power_entries",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_power_entries_State_On_Id",
                table: "power_entries",
                columns: new[] { "State", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_procurement_contracts_AgencyId_Number",
                table: "procurement_contracts",
                columns: new[] { "AgencyId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_procurement_contracts_AgencyId_On_Id",
                table: "procurement_contracts",
                columns: new[] { "AgencyId", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_procurement_contracts_AgencyId_ProjectNumber",
                table: "procurement_contracts",
                columns: new[] { "AgencyId", "ProjectNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_procurement_contracts_AgencyId_State_On_Id",
                table: "procurement_contracts",
                columns: new[] { "AgencyId", "State", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_procurement_contracts_AgencyId_Supplier",
                table: "procurement_contracts",
                columns: new[] { "AgencyId", "Supplier" });

            migrationBuilder.CreateIndex(
                name: "IX_procurement_contracts_BatchId",
                table: "procurement_contracts",
                column: "BatchId");

            migrationBuilder.CreateIndex(
                name: "IX_procurement_contracts_DepartmentId",
                table: "procurement_contracts",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_procurement_contracts_Handle",
                table: "procurement_contracts",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_procurement_contracts_Number_Id",
                table: "procurement_contracts",
                columns: new[] { "Number", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_procurement_contracts_PublishBy_Id",
                table: "procurement_contracts",
                columns: new[] { "PublishBy", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_procurement_contracts_Revision",
                table: "procurement_contracts",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_procurement_contracts_State_On_Id",
                table: "procurement_contracts",
                columns: new[] { "State", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_procurement_contracts_Supplier_Id",
                table: "procurement_contracts",
                columns: new[] { "Supplier", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_procurement_projects_AgencyId_Number",
                table: "procurement_projects",
                columns: new[] { "AgencyId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_procurement_projects_AgencyId_On_Id",
                table: "procurement_projects",
                columns: new[] { "AgencyId", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_procurement_projects_AgencyId_State_On_Id",
                table: "procurement_projects",
                columns: new[] { "AgencyId", "State", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_procurement_projects_AgencyId_Supplier",
                table: "procurement_projects",
                columns: new[] { "AgencyId", "Supplier" });

            migrationBuilder.CreateIndex(
                name: "IX_procurement_projects_BatchId",
                table: "procurement_projects",
                column: "BatchId");

            migrationBuilder.CreateIndex(
                name: "IX_procurement_projects_DepartmentId",
                table: "procurement_projects",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_procurement_projects_Handle",
                table: "procurement_projects",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_procurement_projects_Number_Id",
                table: "procurement_projects",
                columns: new[] { "Number", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_procurement_projects_PublishBy_Id",
                table: "procurement_projects",
                columns: new[] { "PublishBy", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_procurement_projects_Revision",
                table: "procurement_projects",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_procurement_projects_State_On_Id",
                table: "procurement_projects",
                columns: new[] { "State", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_procurement_projects_Supplier_Id",
                table: "procurement_projects",
                columns: new[] { "Supplier", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_register_settings_AgencyId_From",
                table: "register_settings",
                columns: new[] { "AgencyId", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_register_settings_Revision",
                table: "register_settings",
                column: "Revision",
                filter: "\"Revision\" = 0");

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
                name: "IX_search_synonyms_AgencyId_ChangedAt",
                table: "search_synonyms",
                columns: new[] { "AgencyId", "ChangedAt" });

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

            migrationBuilder.CreateIndex(
                name: "IX_service_decisions_AgencyId_Number",
                table: "service_decisions",
                columns: new[] { "AgencyId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_service_decisions_AgencyId_On_Id",
                table: "service_decisions",
                columns: new[] { "AgencyId", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_service_decisions_AgencyId_ShownName",
                table: "service_decisions",
                columns: new[] { "AgencyId", "ShownName" });

            migrationBuilder.CreateIndex(
                name: "IX_service_decisions_AgencyId_State_On_Id",
                table: "service_decisions",
                columns: new[] { "AgencyId", "State", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_service_decisions_BatchId",
                table: "service_decisions",
                column: "BatchId");

            migrationBuilder.CreateIndex(
                name: "IX_service_decisions_DepartmentId",
                table: "service_decisions",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_service_decisions_Handle",
                table: "service_decisions",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_service_decisions_Number_Id",
                table: "service_decisions",
                columns: new[] { "Number", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_service_decisions_PublishBy_Id",
                table: "service_decisions",
                columns: new[] { "PublishBy", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_service_decisions_Revision",
                table: "service_decisions",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_service_decisions_ShownName_Id",
                table: "service_decisions",
                columns: new[] { "ShownName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_service_decisions_State_On_Id",
                table: "service_decisions",
                columns: new[] { "State", "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_service_decisions_TakeDownBy_Id",
                table: "service_decisions",
                columns: new[] { "TakeDownBy", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "batch_opinions");

            migrationBuilder.DropTable(
                name: "catalogue_versions");

            migrationBuilder.DropTable(
                name: "coercion_decisions");

            migrationBuilder.DropTable(
                name: "fee_entries");

            migrationBuilder.DropTable(
                name: "fee_receipts");

            migrationBuilder.DropTable(
                name: "guide_versions");

            migrationBuilder.DropTable(
                name: "handover_entries");

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
                name: "licence_decisions");

            migrationBuilder.DropTable(
                name: "normative_documents");

            migrationBuilder.DropTable(
                name: "penalty_decisions");

            migrationBuilder.DropTable(
                name: "power_entries");

            migrationBuilder.DropTable(
                name: "procurement_contracts");

            migrationBuilder.DropTable(
                name: "procurement_projects");

            migrationBuilder.DropTable(
                name: "register_settings");

            migrationBuilder.DropTable(
                name: "search_files");

            migrationBuilder.DropTable(
                name: "search_items");

            migrationBuilder.DropTable(
                name: "search_synonyms");

            migrationBuilder.DropTable(
                name: "search_texts");

            migrationBuilder.DropTable(
                name: "search_words");

            migrationBuilder.DropTable(
                name: "service_decisions");

            migrationBuilder.DropTable(
                name: "handover_batches");

            migrationBuilder.DropTable(
                name: "item_versions");

            migrationBuilder.DropTable(
                name: "disclosure_batches");

            migrationBuilder.DropTable(
                name: "information_items");

            migrationBuilder.DropTable(
                name: "catalogue_entries");

            migrationBuilder.DropTable(
                name: "disclosure_columns");
        }
    }
}
