using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gongkai.Records.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Office : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "annual_reports",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AbolishedOn",
                table: "agencies",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "CreditCode",
                table: "agencies",
                type: "character varying(18)",
                maxLength: 18,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "FoundedOn",
                table: "agencies",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Kind",
                table: "agencies",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "Level",
                table: "agencies",
                type: "integer",
                nullable: false,
                defaultValue: 4);

            migrationBuilder.AddColumn<string>(
                name: "Office_Address",
                table: "agencies",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Office_Fax",
                table: "agencies",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Office_Hours",
                table: "agencies",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Office_Name",
                table: "agencies",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Office_Online",
                table: "agencies",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Office_Telephone",
                table: "agencies",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "ReportsSeparately",
                table: "agencies",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "agencies",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "SuccessorId",
                table: "agencies",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "agency_placements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    ParentId = table.Column<Guid>(type: "uuid", nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agency_placements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_agency_placements_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_agency_placements_agencies_ParentId",
                        column: x => x.ParentId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "calendar_notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    ImportedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ImportedBy = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_notices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "chores",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    NextAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Node = table.Column<string>(type: "text", nullable: true),
                    LeaseEndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    FailingSince = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Fault = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_chores", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "departments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    ParentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "text", nullable: false),
                    IsUnit = table.Column<bool>(type: "boolean", nullable: false),
                    Work = table.Column<string>(type: "text", nullable: true),
                    Telephone = table.Column<string>(type: "text", nullable: true),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    AbolishedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SuccessorId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_departments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_departments_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_departments_departments_ParentId",
                        column: x => x.ParentId,
                        principalTable: "departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_departments_departments_SuccessorId",
                        column: x => x.SuccessorId,
                        principalTable: "departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "duties",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Basis = table.Column<string>(type: "text", nullable: false),
                    Detail = table.Column<string>(type: "text", nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CameFromId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duties", x => x.Id);
                    table.ForeignKey(
                        name: "FK_duties_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_duties_duties_CameFromId",
                        column: x => x.CameFromId,
                        principalTable: "duties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "local_days",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Off = table.Column<bool>(type: "boolean", nullable: false),
                    Name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    Basis = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_local_days", x => x.Id);
                    table.ForeignKey(
                        name: "FK_local_days_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "number_series",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Word = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Ordinal = table.Column<bool>(type: "boolean", nullable: false),
                    Suffix = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    FirstYear = table.Column<int>(type: "integer", nullable: false),
                    FirstNumber = table.Column<int>(type: "integer", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_number_series", x => x.Id);
                    table.ForeignKey(
                        name: "FK_number_series_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    Channel = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    To = table.Column<string>(type: "text", nullable: true),
                    Subject = table.Column<string>(type: "text", nullable: false),
                    Body = table.Column<string>(type: "text", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Turn = table.Column<int>(type: "integer", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    NextAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Node = table.Column<string>(type: "text", nullable: true),
                    LeaseEndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Fault = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "report_drafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Edition = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    PreparedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    PreparedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Correction = table.Column<string>(type: "text", nullable: true),
                    Hands = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    CheckedDigest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    CheckedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    CheckedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SignedDigest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    SignedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    SignedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Opinion = table.Column<string>(type: "text", nullable: true),
                    ReturnedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    ReturnedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReportId = table.Column<Guid>(type: "uuid", nullable: true),
                    PublishedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClearedDigest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_drafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_report_drafts_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_report_drafts_annual_reports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "annual_reports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_imports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    ReportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<string>(type: "text", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: true),
                    FileName = table.Column<string>(type: "text", nullable: false),
                    FileDigest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_imports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_report_imports_annual_reports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "annual_reports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_terms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    SubmitBy = table.Column<DateOnly>(type: "date", nullable: true),
                    PublishBy = table.Column<DateOnly>(type: "date", nullable: true),
                    FiledFirst = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_terms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "setup_codes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Hash = table.Column<string>(type: "text", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_setup_codes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "stored_files",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: true),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    MediaType = table.Column<string>(type: "text", nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Key = table.Column<string>(type: "text", nullable: true),
                    Scan = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    StoredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    StoredBy = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    ErasedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stored_files", x => x.Id);
                    table.ForeignKey(
                        name: "FK_stored_files_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tallies",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tallies", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "trail_changes",
                columns: table => new
                {
                    Record = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Table = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Chain = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Digest = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_trail_changes", x => new { x.Record, x.Revision });
                });

            migrationBuilder.CreateTable(
                name: "trail_entries",
                columns: table => new
                {
                    Chain = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Deed = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Account = table.Column<Guid>(type: "uuid", nullable: true),
                    Department = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<string>(type: "text", nullable: false),
                    From = table.Column<string>(type: "text", nullable: false),
                    Why = table.Column<string>(type: "text", nullable: true),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_trail_entries", x => new { x.Chain, x.Sequence });
                });

            migrationBuilder.CreateTable(
                name: "trail_mentions",
                columns: table => new
                {
                    Chain = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Record = table.Column<Guid>(type: "uuid", nullable: false),
                    Table = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Field = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_trail_mentions", x => new { x.Chain, x.Sequence, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "trail_personal",
                columns: table => new
                {
                    Chain = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Record = table.Column<Guid>(type: "uuid", nullable: false),
                    Field = table.Column<string>(type: "text", nullable: false),
                    Salt = table.Column<string>(type: "text", nullable: true),
                    Value = table.Column<string>(type: "text", nullable: true),
                    ErasedBy = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_trail_personal", x => new { x.Chain, x.Sequence, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Telephone = table.Column<string>(type: "text", nullable: true),
                    Mobile = table.Column<string>(type: "text", nullable: true),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    LeftOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people", x => x.Id);
                    table.ForeignKey(
                        name: "FK_people_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_people_departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "number_counters",
                columns: table => new
                {
                    SeriesId = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_number_counters", x => new { x.SeriesId, x.Year });
                    table.ForeignKey(
                        name: "FK_number_counters_number_series_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "number_series",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "taken_numbers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    SeriesId = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    DocumentDate = table.Column<DateOnly>(type: "date", nullable: false),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: true),
                    ByHand = table.Column<bool>(type: "boolean", nullable: false),
                    TakenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    TakenBy = table.Column<string>(type: "text", nullable: false),
                    VoidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    VoidReason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_taken_numbers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_taken_numbers_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_taken_numbers_number_series_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "number_series",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_cells",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    DraftId = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Reading = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<string>(type: "text", nullable: true),
                    Raw = table.Column<string>(type: "text", nullable: true),
                    Source = table.Column<int>(type: "integer", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: true),
                    Supplied = table.Column<string>(type: "text", nullable: true),
                    SuppliedFrom = table.Column<string>(type: "text", nullable: true),
                    SuppliedBy = table.Column<int>(type: "integer", nullable: true),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    ByRole = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_cells", x => x.Id);
                    table.ForeignKey(
                        name: "FK_report_cells_report_drafts_DraftId",
                        column: x => x.DraftId,
                        principalTable: "report_drafts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_finding_notes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    DraftId = table.Column<Guid>(type: "uuid", nullable: false),
                    Finding = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Note = table.Column<string>(type: "text", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_finding_notes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_report_finding_notes_report_drafts_DraftId",
                        column: x => x.DraftId,
                        principalTable: "report_drafts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_submissions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    DraftId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<string>(type: "text", nullable: false),
                    Digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Receipt = table.Column<int>(type: "integer", nullable: false),
                    ReceiptOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Answer = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_submissions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_report_submissions_report_drafts_DraftId",
                        column: x => x.DraftId,
                        principalTable: "report_drafts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "report_texts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    DraftId = table.Column<Guid>(type: "uuid", nullable: false),
                    Section = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    ByRole = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_report_texts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_report_texts_report_drafts_DraftId",
                        column: x => x.DraftId,
                        principalTable: "report_drafts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "letter_templates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    Note = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Supplied = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_letter_templates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_letter_templates_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_letter_templates_stored_files_FileId",
                        column: x => x.FileId,
                        principalTable: "stored_files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    SignInName = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: true),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    PasswordHash = table.Column<string>(type: "text", nullable: true),
                    PasswordSetAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    MustChangePassword = table.Column<bool>(type: "boolean", nullable: false),
                    FormerPasswords = table.Column<List<string>>(type: "text[]", nullable: false),
                    AuthenticatorKey = table.Column<string>(type: "text", nullable: true),
                    SecondFactorSince = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    UsedTimeStep = table.Column<long>(type: "bigint", nullable: false),
                    RecoveryCodes = table.Column<List<string>>(type: "text[]", nullable: false),
                    Stamp = table.Column<string>(type: "text", nullable: false),
                    DisabledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_accounts_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_accounts_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "duty_assignments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    DutyId = table.Column<Guid>(type: "uuid", nullable: false),
                    LeaderId = table.Column<Guid>(type: "uuid", nullable: true),
                    DeputyId = table.Column<Guid>(type: "uuid", nullable: true),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duty_assignments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_duty_assignments_departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_duty_assignments_duties_DutyId",
                        column: x => x.DutyId,
                        principalTable: "duties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_duty_assignments_people_DeputyId",
                        column: x => x.DeputyId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_duty_assignments_people_LeaderId",
                        column: x => x.LeaderId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_duty_assignments_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "leading_groups",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    DocumentNumber = table.Column<string>(type: "text", nullable: true),
                    DocumentFile = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true),
                    OfficeId = table.Column<Guid>(type: "uuid", nullable: false),
                    DirectorId = table.Column<Guid>(type: "uuid", nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_leading_groups", x => x.Id);
                    table.ForeignKey(
                        name: "FK_leading_groups_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_leading_groups_departments_OfficeId",
                        column: x => x.OfficeId,
                        principalTable: "departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_leading_groups_people_DirectorId",
                        column: x => x.DirectorId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "meetings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    Place = table.Column<string>(type: "text", nullable: true),
                    ChairId = table.Column<Guid>(type: "uuid", nullable: true),
                    RecorderId = table.Column<Guid>(type: "uuid", nullable: true),
                    ContactId = table.Column<Guid>(type: "uuid", nullable: true),
                    Hours = table.Column<decimal>(type: "numeric(6,1)", precision: 6, scale: 1, nullable: true),
                    Agenda = table.Column<string>(type: "text", nullable: true),
                    Minutes = table.Column<string>(type: "text", nullable: true),
                    MinutesFile = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_meetings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_meetings_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_meetings_people_ChairId",
                        column: x => x.ChairId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_meetings_people_ContactId",
                        column: x => x.ContactId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_meetings_people_RecorderId",
                        column: x => x.RecorderId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "posts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Rank = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_posts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_posts_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_posts_departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_posts_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stand_ins",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    AwayId = table.Column<Guid>(type: "uuid", nullable: false),
                    SubstituteId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stand_ins", x => x.Id);
                    table.ForeignKey(
                        name: "FK_stand_ins_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_stand_ins_people_AwayId",
                        column: x => x.AwayId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_stand_ins_people_SubstituteId",
                        column: x => x.SubstituteId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "issued_letters",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AboutId = table.Column<Guid>(type: "uuid", nullable: false),
                    TemplateId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_issued_letters", x => x.Id);
                    table.ForeignKey(
                        name: "FK_issued_letters_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_issued_letters_letter_templates_TemplateId",
                        column: x => x.TemplateId,
                        principalTable: "letter_templates",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_issued_letters_stored_files_FileId",
                        column: x => x.FileId,
                        principalTable: "stored_files",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "drafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Page = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Fields = table.Column<byte[]>(type: "bytea", nullable: false),
                    KeptAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_drafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_drafts_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "grants",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<int>(type: "integer", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: true),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: true),
                    GrantedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_grants_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_grants_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_grants_departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "jobs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    Kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Parameters = table.Column<string>(type: "text", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    OwnerName = table.Column<string>(type: "text", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: true),
                    OrderedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Turn = table.Column<int>(type: "integer", nullable: false),
                    Done = table.Column<long>(type: "bigint", nullable: false),
                    Total = table.Column<long>(type: "bigint", nullable: false),
                    Unit = table.Column<string>(type: "text", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Node = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    LeaseEndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CancelAskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Message = table.Column<string>(type: "text", nullable: true),
                    Sound = table.Column<bool>(type: "boolean", nullable: false),
                    Errors_Length = table.Column<long>(type: "bigint", nullable: true),
                    Errors_Name = table.Column<string>(type: "text", nullable: true),
                    Errors_Stored = table.Column<string>(type: "text", nullable: true),
                    Result_Length = table.Column<long>(type: "bigint", nullable: true),
                    Result_Name = table.Column<string>(type: "text", nullable: true),
                    Result_Stored = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_jobs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_jobs_accounts_OwnerId",
                        column: x => x.OwnerId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mail_choices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Address = table.Column<string>(type: "text", nullable: true),
                    Topics = table.Column<int[]>(type: "integer[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mail_choices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_mail_choices_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Topic = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Path = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Key = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: true),
                    ReadAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_notices_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outside_identities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Issuer = table.Column<string>(type: "character varying(512)", maxLength: 512, nullable: false),
                    Subject = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    JoinedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outside_identities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_outside_identities_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "passkeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    CredentialId = table.Column<byte[]>(type: "bytea", nullable: false),
                    PublicKey = table.Column<byte[]>(type: "bytea", nullable: false),
                    Name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    MadeAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SignCount = table.Column<long>(type: "bigint", nullable: false),
                    Transports = table.Column<List<string>>(type: "text[]", nullable: false),
                    UserVerified = table.Column<bool>(type: "boolean", nullable: false),
                    BackupEligible = table.Column<bool>(type: "boolean", nullable: false),
                    BackedUp = table.Column<bool>(type: "boolean", nullable: false),
                    AttestationObject = table.Column<byte[]>(type: "bytea", nullable: false),
                    ClientDataJson = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_passkeys", x => x.Id);
                    table.ForeignKey(
                        name: "FK_passkeys_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "saved_views",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Path = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Query = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Shared = table.Column<bool>(type: "boolean", nullable: false),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_saved_views", x => x.Id);
                    table.ForeignKey(
                        name: "FK_saved_views_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_saved_views_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sent_forms",
                columns: table => new
                {
                    Token = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    SentAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Answer = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sent_forms", x => new { x.AccountId, x.Token });
                    table.ForeignKey(
                        name: "FK_sent_forms_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    Key = table.Column<byte[]>(type: "bytea", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Stamp = table.Column<string>(type: "text", nullable: false),
                    Ticket = table.Column<byte[]>(type: "bytea", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    IdleEndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    From = table.Column<string>(type: "text", nullable: false),
                    Device = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sessions", x => x.Key);
                    table.ForeignKey(
                        name: "FK_sessions_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "leading_group_members",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    GroupId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: true),
                    Role = table.Column<int>(type: "integer", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_leading_group_members", x => x.Id);
                    table.ForeignKey(
                        name: "FK_leading_group_members_leading_groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "leading_groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_leading_group_members_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attendances",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Presence = table.Column<int>(type: "integer", nullable: false),
                    StandInId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attendances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_attendances_meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_attendances_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_attendances_people_StandInId",
                        column: x => x.StandInId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tasks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Handle = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Detail = table.Column<string>(type: "text", nullable: true),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: true),
                    DutyId = table.Column<Guid>(type: "uuid", nullable: true),
                    DepartmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Importance = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    GivenById = table.Column<Guid>(type: "uuid", nullable: true),
                    GivenByName = table.Column<string>(type: "text", nullable: false),
                    GivenAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Evidence = table.Column<string>(type: "text", nullable: true),
                    EvidenceFile = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tasks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_tasks_agencies_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "agencies",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_tasks_departments_DepartmentId",
                        column: x => x.DepartmentId,
                        principalTable: "departments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_tasks_duties_DutyId",
                        column: x => x.DutyId,
                        principalTable: "duties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_tasks_meetings_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "meetings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_tasks_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "task_steps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    TaskId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    What = table.Column<string>(type: "text", nullable: false),
                    By = table.Column<string>(type: "text", nullable: false),
                    FromId = table.Column<Guid>(type: "uuid", nullable: true),
                    ToId = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_task_steps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_task_steps_people_FromId",
                        column: x => x.FromId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_task_steps_people_ToId",
                        column: x => x.ToId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_task_steps_tasks_TaskId",
                        column: x => x.TaskId,
                        principalTable: "tasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_annual_reports_Revision",
                table: "annual_reports",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_agencies_Revision",
                table: "agencies",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_agencies_SuccessorId",
                table: "agencies",
                column: "SuccessorId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_AgencyId",
                table: "accounts",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_Handle",
                table: "accounts",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_PersonId",
                table: "accounts",
                column: "PersonId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_Revision",
                table: "accounts",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_SignInName",
                table: "accounts",
                column: "SignInName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_agency_placements_AgencyId_From",
                table: "agency_placements",
                columns: new[] { "AgencyId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_agency_placements_ParentId",
                table: "agency_placements",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_agency_placements_Revision",
                table: "agency_placements",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_attendances_MeetingId_PersonId",
                table: "attendances",
                columns: new[] { "MeetingId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_attendances_PersonId",
                table: "attendances",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_attendances_Revision",
                table: "attendances",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_attendances_StandInId",
                table: "attendances",
                column: "StandInId");

            migrationBuilder.CreateIndex(
                name: "IX_calendar_notices_Revision",
                table: "calendar_notices",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_calendar_notices_Year_Version",
                table: "calendar_notices",
                columns: new[] { "Year", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_departments_AgencyId_Order",
                table: "departments",
                columns: new[] { "AgencyId", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_departments_Handle",
                table: "departments",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_departments_ParentId",
                table: "departments",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_departments_Revision",
                table: "departments",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_departments_SuccessorId",
                table: "departments",
                column: "SuccessorId");

            migrationBuilder.CreateIndex(
                name: "IX_drafts_AccountId_Page",
                table: "drafts",
                columns: new[] { "AccountId", "Page" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_drafts_KeptAt",
                table: "drafts",
                column: "KeptAt");

            migrationBuilder.CreateIndex(
                name: "IX_duties_AgencyId_EndedOn_Kind",
                table: "duties",
                columns: new[] { "AgencyId", "EndedOn", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_duties_CameFromId",
                table: "duties",
                column: "CameFromId");

            migrationBuilder.CreateIndex(
                name: "IX_duties_Handle",
                table: "duties",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_duties_Revision",
                table: "duties",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_duty_assignments_DepartmentId",
                table: "duty_assignments",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_duty_assignments_DeputyId",
                table: "duty_assignments",
                column: "DeputyId");

            migrationBuilder.CreateIndex(
                name: "IX_duty_assignments_DutyId_From",
                table: "duty_assignments",
                columns: new[] { "DutyId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_duty_assignments_LeaderId",
                table: "duty_assignments",
                column: "LeaderId");

            migrationBuilder.CreateIndex(
                name: "IX_duty_assignments_PersonId",
                table: "duty_assignments",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_duty_assignments_Revision",
                table: "duty_assignments",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_grants_AccountId_Role_AgencyId_DepartmentId",
                table: "grants",
                columns: new[] { "AccountId", "Role", "AgencyId", "DepartmentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_grants_AgencyId",
                table: "grants",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_grants_DepartmentId",
                table: "grants",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_grants_Revision",
                table: "grants",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_issued_letters_AboutId",
                table: "issued_letters",
                column: "AboutId");

            migrationBuilder.CreateIndex(
                name: "IX_issued_letters_AgencyId",
                table: "issued_letters",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_issued_letters_FileId",
                table: "issued_letters",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_issued_letters_Revision",
                table: "issued_letters",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_issued_letters_TemplateId",
                table: "issued_letters",
                column: "TemplateId");

            migrationBuilder.CreateIndex(
                name: "IX_jobs_EndedAt",
                table: "jobs",
                column: "EndedAt");

            migrationBuilder.CreateIndex(
                name: "IX_jobs_Handle",
                table: "jobs",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_jobs_Kind_EndedAt",
                table: "jobs",
                columns: new[] { "Kind", "EndedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_jobs_OwnerId_OrderedAt",
                table: "jobs",
                columns: new[] { "OwnerId", "OrderedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_jobs_State_OrderedAt",
                table: "jobs",
                columns: new[] { "State", "OrderedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_leading_group_members_GroupId_Order",
                table: "leading_group_members",
                columns: new[] { "GroupId", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_leading_group_members_PersonId",
                table: "leading_group_members",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_leading_group_members_Revision",
                table: "leading_group_members",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_leading_groups_AgencyId_From",
                table: "leading_groups",
                columns: new[] { "AgencyId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_leading_groups_DirectorId",
                table: "leading_groups",
                column: "DirectorId");

            migrationBuilder.CreateIndex(
                name: "IX_leading_groups_Handle",
                table: "leading_groups",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_leading_groups_OfficeId",
                table: "leading_groups",
                column: "OfficeId");

            migrationBuilder.CreateIndex(
                name: "IX_leading_groups_Revision",
                table: "leading_groups",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_letter_templates_AgencyId_Kind_Version",
                table: "letter_templates",
                columns: new[] { "AgencyId", "Kind", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_letter_templates_FileId",
                table: "letter_templates",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_letter_templates_Handle",
                table: "letter_templates",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_letter_templates_Revision",
                table: "letter_templates",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_local_days_AgencyId_Day",
                table: "local_days",
                columns: new[] { "AgencyId", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_local_days_Handle",
                table: "local_days",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_local_days_Revision",
                table: "local_days",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_mail_choices_AccountId",
                table: "mail_choices",
                column: "AccountId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_mail_choices_Revision",
                table: "mail_choices",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_AgencyId_On",
                table: "meetings",
                columns: new[] { "AgencyId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_meetings_ChairId",
                table: "meetings",
                column: "ChairId");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_ContactId",
                table: "meetings",
                column: "ContactId");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_Handle",
                table: "meetings",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_meetings_RecorderId",
                table: "meetings",
                column: "RecorderId");

            migrationBuilder.CreateIndex(
                name: "IX_meetings_Revision",
                table: "meetings",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_notices_AccountId_Key",
                table: "notices",
                columns: new[] { "AccountId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notices_AccountId_ReadAt_At",
                table: "notices",
                columns: new[] { "AccountId", "ReadAt", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_notices_Handle",
                table: "notices",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_notices_ReadAt",
                table: "notices",
                column: "ReadAt");

            migrationBuilder.CreateIndex(
                name: "IX_number_series_AgencyId_Name",
                table: "number_series",
                columns: new[] { "AgencyId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_number_series_AgencyId_Word_Suffix",
                table: "number_series",
                columns: new[] { "AgencyId", "Word", "Suffix" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_number_series_Handle",
                table: "number_series",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_number_series_Revision",
                table: "number_series",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_Handle",
                table: "outbox",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outbox_State_NextAt",
                table: "outbox",
                columns: new[] { "State", "NextAt" });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_State_SentAt",
                table: "outbox",
                columns: new[] { "State", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_outside_identities_AccountId_Issuer",
                table: "outside_identities",
                columns: new[] { "AccountId", "Issuer" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outside_identities_Issuer_Subject",
                table: "outside_identities",
                columns: new[] { "Issuer", "Subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outside_identities_Revision",
                table: "outside_identities",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_passkeys_AccountId",
                table: "passkeys",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_passkeys_CredentialId",
                table: "passkeys",
                column: "CredentialId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_passkeys_Revision",
                table: "passkeys",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_people_AgencyId_DepartmentId_Order",
                table: "people",
                columns: new[] { "AgencyId", "DepartmentId", "Order" });

            migrationBuilder.CreateIndex(
                name: "IX_people_DepartmentId",
                table: "people",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_people_Handle",
                table: "people",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_people_Revision",
                table: "people",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_posts_AgencyId_Until",
                table: "posts",
                columns: new[] { "AgencyId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_posts_DepartmentId",
                table: "posts",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_posts_PersonId_From",
                table: "posts",
                columns: new[] { "PersonId", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_posts_Revision",
                table: "posts",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_report_cells_DraftId_Key",
                table: "report_cells",
                columns: new[] { "DraftId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_report_cells_Revision",
                table: "report_cells",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_report_drafts_AgencyId_Year_Version",
                table: "report_drafts",
                columns: new[] { "AgencyId", "Year", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_report_drafts_Handle",
                table: "report_drafts",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_report_drafts_ReportId",
                table: "report_drafts",
                column: "ReportId");

            migrationBuilder.CreateIndex(
                name: "IX_report_drafts_Revision",
                table: "report_drafts",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_report_finding_notes_DraftId_Finding",
                table: "report_finding_notes",
                columns: new[] { "DraftId", "Finding" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_report_finding_notes_Revision",
                table: "report_finding_notes",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_report_imports_ReportId",
                table: "report_imports",
                column: "ReportId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_report_imports_Revision",
                table: "report_imports",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_report_submissions_DraftId",
                table: "report_submissions",
                column: "DraftId");

            migrationBuilder.CreateIndex(
                name: "IX_report_submissions_Handle",
                table: "report_submissions",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_report_submissions_Revision",
                table: "report_submissions",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_report_terms_AgencyId_Year",
                table: "report_terms",
                columns: new[] { "AgencyId", "Year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_report_terms_Revision",
                table: "report_terms",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_report_texts_DraftId_Section",
                table: "report_texts",
                columns: new[] { "DraftId", "Section" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_report_texts_Revision",
                table: "report_texts",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_saved_views_AccountId_Path_Name",
                table: "saved_views",
                columns: new[] { "AccountId", "Path", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_saved_views_AgencyId_Path",
                table: "saved_views",
                columns: new[] { "AgencyId", "Path" });

            migrationBuilder.CreateIndex(
                name: "IX_saved_views_Handle",
                table: "saved_views",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_saved_views_Revision",
                table: "saved_views",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_sent_forms_SentAt",
                table: "sent_forms",
                column: "SentAt");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_AccountId",
                table: "sessions",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_EndsAt",
                table: "sessions",
                column: "EndsAt");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_IdleEndsAt",
                table: "sessions",
                column: "IdleEndsAt");

            migrationBuilder.CreateIndex(
                name: "IX_setup_codes_Revision",
                table: "setup_codes",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_stand_ins_AgencyId",
                table: "stand_ins",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_stand_ins_AwayId_Until",
                table: "stand_ins",
                columns: new[] { "AwayId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_stand_ins_Handle",
                table: "stand_ins",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_stand_ins_Revision",
                table: "stand_ins",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_stand_ins_SubstituteId_Until",
                table: "stand_ins",
                columns: new[] { "SubstituteId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_stored_files_AgencyId",
                table: "stored_files",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_stored_files_Handle",
                table: "stored_files",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_stored_files_Hash",
                table: "stored_files",
                column: "Hash");

            migrationBuilder.CreateIndex(
                name: "IX_stored_files_OwnerKind_OwnerId",
                table: "stored_files",
                columns: new[] { "OwnerKind", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_stored_files_Revision",
                table: "stored_files",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_stored_files_Scan",
                table: "stored_files",
                column: "Scan");

            migrationBuilder.CreateIndex(
                name: "IX_taken_numbers_AgencyId_Text",
                table: "taken_numbers",
                columns: new[] { "AgencyId", "Text" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_taken_numbers_AgencyId_Year_Number",
                table: "taken_numbers",
                columns: new[] { "AgencyId", "Year", "Number" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "IX_taken_numbers_Handle",
                table: "taken_numbers",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_taken_numbers_Revision",
                table: "taken_numbers",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_taken_numbers_SeriesId_Year_Number",
                table: "taken_numbers",
                columns: new[] { "SeriesId", "Year", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_taken_numbers_SubjectId",
                table: "taken_numbers",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_tallies_EndsAt",
                table: "tallies",
                column: "EndsAt");

            migrationBuilder.CreateIndex(
                name: "IX_task_steps_FromId",
                table: "task_steps",
                column: "FromId");

            migrationBuilder.CreateIndex(
                name: "IX_task_steps_Revision",
                table: "task_steps",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_task_steps_TaskId_At",
                table: "task_steps",
                columns: new[] { "TaskId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_task_steps_ToId",
                table: "task_steps",
                column: "ToId");

            migrationBuilder.CreateIndex(
                name: "IX_tasks_AgencyId_State_DueOn",
                table: "tasks",
                columns: new[] { "AgencyId", "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_tasks_DepartmentId",
                table: "tasks",
                column: "DepartmentId");

            migrationBuilder.CreateIndex(
                name: "IX_tasks_DutyId",
                table: "tasks",
                column: "DutyId");

            migrationBuilder.CreateIndex(
                name: "IX_tasks_Handle",
                table: "tasks",
                column: "Handle",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_tasks_MeetingId",
                table: "tasks",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_tasks_PersonId_State",
                table: "tasks",
                columns: new[] { "PersonId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_tasks_Revision",
                table: "tasks",
                column: "Revision",
                filter: "\"Revision\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_tasks_State_DueOn_Id",
                table: "tasks",
                columns: new[] { "State", "DueOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_trail_changes_Chain_Sequence",
                table: "trail_changes",
                columns: new[] { "Chain", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_trail_changes_Table_Record_Revision",
                table: "trail_changes",
                columns: new[] { "Table", "Record", "Revision" });

            migrationBuilder.CreateIndex(
                name: "IX_trail_entries_Account_At",
                table: "trail_entries",
                columns: new[] { "Account", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_trail_entries_At",
                table: "trail_entries",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_trail_entries_By_At",
                table: "trail_entries",
                columns: new[] { "By", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_trail_entries_Chain_At",
                table: "trail_entries",
                columns: new[] { "Chain", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_trail_entries_Deed_At",
                table: "trail_entries",
                columns: new[] { "Deed", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_trail_entries_Department_At",
                table: "trail_entries",
                columns: new[] { "Department", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_trail_entries_From_At",
                table: "trail_entries",
                columns: new[] { "From", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_trail_mentions_Record",
                table: "trail_mentions",
                column: "Record");

            migrationBuilder.CreateIndex(
                name: "IX_trail_personal_Record",
                table: "trail_personal",
                column: "Record");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agency_placements");

            migrationBuilder.DropTable(
                name: "attendances");

            migrationBuilder.DropTable(
                name: "calendar_notices");

            migrationBuilder.DropTable(
                name: "chores");

            migrationBuilder.DropTable(
                name: "drafts");

            migrationBuilder.DropTable(
                name: "duty_assignments");

            migrationBuilder.DropTable(
                name: "grants");

            migrationBuilder.DropTable(
                name: "issued_letters");

            migrationBuilder.DropTable(
                name: "jobs");

            migrationBuilder.DropTable(
                name: "leading_group_members");

            migrationBuilder.DropTable(
                name: "local_days");

            migrationBuilder.DropTable(
                name: "mail_choices");

            migrationBuilder.DropTable(
                name: "notices");

            migrationBuilder.DropTable(
                name: "number_counters");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "outside_identities");

            migrationBuilder.DropTable(
                name: "passkeys");

            migrationBuilder.DropTable(
                name: "posts");

            migrationBuilder.DropTable(
                name: "report_cells");

            migrationBuilder.DropTable(
                name: "report_finding_notes");

            migrationBuilder.DropTable(
                name: "report_imports");

            migrationBuilder.DropTable(
                name: "report_submissions");

            migrationBuilder.DropTable(
                name: "report_terms");

            migrationBuilder.DropTable(
                name: "report_texts");

            migrationBuilder.DropTable(
                name: "saved_views");

            migrationBuilder.DropTable(
                name: "sent_forms");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "setup_codes");

            migrationBuilder.DropTable(
                name: "stand_ins");

            migrationBuilder.DropTable(
                name: "taken_numbers");

            migrationBuilder.DropTable(
                name: "tallies");

            migrationBuilder.DropTable(
                name: "task_steps");

            migrationBuilder.DropTable(
                name: "trail_changes");

            migrationBuilder.DropTable(
                name: "trail_entries");

            migrationBuilder.DropTable(
                name: "trail_mentions");

            migrationBuilder.DropTable(
                name: "trail_personal");

            migrationBuilder.DropTable(
                name: "letter_templates");

            migrationBuilder.DropTable(
                name: "leading_groups");

            migrationBuilder.DropTable(
                name: "report_drafts");

            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "number_series");

            migrationBuilder.DropTable(
                name: "tasks");

            migrationBuilder.DropTable(
                name: "stored_files");

            migrationBuilder.DropTable(
                name: "duties");

            migrationBuilder.DropTable(
                name: "meetings");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "departments");

            migrationBuilder.DropIndex(
                name: "IX_annual_reports_Revision",
                table: "annual_reports");

            migrationBuilder.DropIndex(
                name: "IX_agencies_Revision",
                table: "agencies");

            migrationBuilder.DropIndex(
                name: "IX_agencies_SuccessorId",
                table: "agencies");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "annual_reports");

            migrationBuilder.DropColumn(
                name: "AbolishedOn",
                table: "agencies");

            migrationBuilder.DropColumn(
                name: "CreditCode",
                table: "agencies");

            migrationBuilder.DropColumn(
                name: "FoundedOn",
                table: "agencies");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "agencies");

            migrationBuilder.DropColumn(
                name: "Level",
                table: "agencies");

            migrationBuilder.DropColumn(
                name: "Office_Address",
                table: "agencies");

            migrationBuilder.DropColumn(
                name: "Office_Fax",
                table: "agencies");

            migrationBuilder.DropColumn(
                name: "Office_Hours",
                table: "agencies");

            migrationBuilder.DropColumn(
                name: "Office_Name",
                table: "agencies");

            migrationBuilder.DropColumn(
                name: "Office_Online",
                table: "agencies");

            migrationBuilder.DropColumn(
                name: "Office_Telephone",
                table: "agencies");

            migrationBuilder.DropColumn(
                name: "ReportsSeparately",
                table: "agencies");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "agencies");

            migrationBuilder.DropColumn(
                name: "SuccessorId",
                table: "agencies");
        }
    }
}
