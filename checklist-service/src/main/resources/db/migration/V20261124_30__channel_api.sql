-- An interface of the receiver's own system is a channel too.
alter table submission_revision
  drop constraint submission_revision_channel_check,
  add constraint submission_revision_channel_check
    check (channel in ('inbox', 'email', 'fax', 'telephone', 'post', 'by-hand', 'api'));
alter table remediation
  drop constraint remediation_channel_check,
  add constraint remediation_channel_check
    check (channel in ('inbox', 'email', 'fax', 'telephone', 'post', 'by-hand', 'api'));
