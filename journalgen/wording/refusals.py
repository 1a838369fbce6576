"""What the machine or the rules of safety refuse, in words, by the code of the `Refusal`."""

from __future__ import annotations

from journalgen.language import N_

REFUSALS = {
    "output-not-ours": N_(
        "%(folder)s already holds files that journalgen did not make (%(files)s). Choose an empty folder, or move them."
    ),
    "output-holds-journal": N_("The site can't be written to %(path)s: the journal lies in it. Choose another folder."),
    "output-meets-state": N_(
        "The site can't be written to %(path)s: journalgen's own notes are kept in %(state)s. Keep the two apart."
    ),
    "output-is-link": N_("%(path)s is a link to another place. Name the folder itself."),
    "output-not-folder": N_("%(path)s is a file; the site needs a folder."),
    "manifest-damaged": N_(
        "The list of what journalgen wrote to %(folder)s can't be read, so nothing there was touched (%(files)s). "
        "Move these files away and build again."
    ),
    "manifest-missing": N_(
        "The list of what journalgen wrote to %(folder)s is gone, and it holds files that this build would not write "
        "(%(files)s). Move them away and build again."
    ),
    "files-left": N_(
        "What journalgen is known to have made in %(folder)s is removed. It still holds other files (%(files)s); look "
        "through them, and delete what you don't need."
    ),
    "path-outside": N_("%(path)s leads out of the site's folder; nothing was written there."),
    "in-the-way": N_("Something that journalgen did not make stands where %(path)s belongs. Move it and build again."),
    "state-not-folder": N_("%(path)s is a file; journalgen needs a folder of that name for its notes."),
    "no-journal": N_("There is no folder %(path)s."),
    "not-a-folder": N_("%(path)s is a file; a journal is a folder."),
    "cache-damaged": N_("What journalgen kept from the last build was damaged, and is cleared now. Build again."),
    "no-template": N_("There is no template %(path)s."),
    "template-not-text": N_("%(path)s is not a text, and can't be a template."),
    "locked": N_("Another journalgen is at work on this journal. Wait until it is done, then try again."),
    "file-busy": N_("%(path)s kept changing while journalgen looked at it, and is as it was. Try again in a moment."),
    "not-a-file": N_("%(path)s is no ordinary file, so nothing is written into it."),
    "disk-full": N_("The disk is full: %(path)s could not be written. Your entries are untouched."),
    "no-permission": N_("You have no permission for %(path)s."),
    "disk-error": N_("%(path)s: the system says: %(why)s"),
    "template-fault": N_("%(template)s, line %(line)s: %(message)s"),
    "template-name-computed": N_(
        "%(template)s, line %(line)s: the name after '%(statement)s' must be written out in quotation marks."
    ),
    "settings-broken": N_(
        "%(path)s:%(line)s:%(column)s: this can't be read (%(message)s). Nothing was built, since your settings decide what may be "
        "shown; the site is as it was."
    ),
    "settings-not-text": N_(
        "%(path)s is not a text in UTF-8. Nothing was built, since your settings decide what may be shown; the site is as it was."
    ),
    "template-circle": N_(
        "%(template)s, line %(line)s: this template extends itself. 'theme/%(name)s' names journalgen's own one."
    ),
    "page-without-policy": N_(
        "%(page)s does not begin as every page does, with its security policy. Extend 'theme/base.html', or keep its first "
        "lines as they are."
    ),
    "page-unsafe": N_(
        "%(page)s would hold %(found)s, which your own templates can't put into a page: it could run a program or contact "
        "another computer."
    ),
    "page-too-long": N_("%(page)s would be larger than %(size)s MB."),
    "sheet-there": N_("%(path)s is there already, and stays as it is; --force puts the new one in its place."),
    "sheet-in-site": N_(
        "%(path)s lies in a site or among journalgen's notes, where it might be shown. Choose another folder."
    ),
    "sheet-as-entry": N_("%(path)s would be read as an entry. Choose another name, or another folder."),
    "template-there": N_("%(path)s is there already, and stays as it is."),
    "template-unknown": N_("There is no template '%(name)s'. There are: %(known)s."),
    "no-port": N_("All ports from %(first)s to %(last)s are in use. Name another with --port."),
    "own-mistake": N_(
        "A mistake of journalgen's own kept it from going on (%(kind)s in %(where)s). Your entries are untouched, and the pages "
        "are as they were."
    ),
    "no-scheduler": N_(
        "Neither systemd, launchd nor cron was found to start a reminder. Whatever starts programs on this machine can run: "
        "journalgen remind JOURNAL --now"
    ),
    "no-notifier": N_("Nothing was found that shows a sentence on this desktop (on Linux it is notify-send)."),
    "program-failed": N_("%(program)s could not do it: %(said)s"),
    "reminder-not-ours": N_("%(path)s was not made by journalgen, and stays as it is. Move it, and try again."),
    "template-missing": N_("%(template)s, line %(line)s: there is no template '%(name)s'."),
}
