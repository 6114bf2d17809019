"""The command that makes a record of invented cases."""

from pathlib import Path

from minors_desk.cli.new_files import NewFile
from minors_desk.cli.progress import Progress
from minors_desk.cli.stories import stories_of
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.domain.when import as_utc
from minors_desk.errors import BadInput
from minors_desk.services import sampling

SUFFIX = ".passphrase"


def sampled(call: Call) -> Answer:
    """Makes the record, and beside it the file with its passphrase; answers how it opens."""
    args = call.args
    if args.record is not None:
        raise BadInput("sample takes the folder by itself", "Leave --record out.", field="--record")
    if not args.cases and not args.story:
        raise BadInput(
            "There is nothing to make", "Give --cases N or --story FILE.", field="--cases"
        )
    stories = stories_of(args.story)
    end = call.around.clock() if stories else sampling.UNTIL
    folder: Path = args.folder
    secret = folder.with_name(folder.name + SUFFIX)
    passphrase = sampling.new_passphrase()
    with NewFile(secret, "DIR.passphrase") as file:
        file.write(f"{passphrase}\n".encode())
        wish = sampling.Wish(
            cases=args.cases,
            seed=args.seed,
            until=end if args.until is None else as_utc(args.until),
            stories=stories,
        )
        made = sampling.make(folder, passphrase, wish, Progress(call, "cases", always=True))
    opens = f"--record {folder} --user {sampling.LOGIN} --passphrase-file {secret}"
    document = {
        "record": str(folder),
        "user": sampling.LOGIN,
        "passphrase_file": str(secret),
        "cases": made.cases,
        "entries": made.entries,
        "seed": args.seed,
        "opens_with": opens,
    }
    return Answer(document, [opens])
