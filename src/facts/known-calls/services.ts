import { reads, readsArguments, rowsOf, writes } from './row-maker.ts'
import type { KnownCallRow } from './row.ts'

const mail = rowsOf('nodemailer', 'https://nodemailer.com/usage/')
const jobs = rowsOf('bullmq', 'https://api.docs.bullmq.io/')
const stripe = rowsOf('stripe', 'https://docs.stripe.com/api')

const JOB_READS = `getJob getJobs getJobCounts getJobCountByTypes getActive getActiveCount getCompleted getCompletedCount
  getDelayed getDelayedCount getFailed getFailedCount getWaiting getWaitingCount getJobLogs count isPaused`

export const SERVICES: readonly KnownCallRow[] = [
  mail('', 'createTransport', { effects: [], returns: 'nodemailer:Transporter', fresh: true }),
  mail('Transporter#', 'sendMail', {
    effects: [...writes('network'), ...readsArguments(0)],
    returns: 'Promise',
    fresh: true,
    callsLater: [1],
  }),
  mail('Transporter#', 'verify', { effects: reads('network'), callsLater: [0], returns: 'Promise<boolean>' }),
  mail('', 'createTestAccount', { effects: writes('network'), callsLater: [0, 1] }),

  // The jobs of a queue run in the order in which they come.
  jobs('', 'Queue#add Queue#addBulk FlowProducer#add FlowProducer#addBulk', {
    effects: [...writes('database'), ...readsArguments(0, 1)],
    ordered: true,
    returns: 'Promise',
    fresh: true,
  }),
  jobs('Queue#', JOB_READS, { effects: reads('database'), returns: 'Promise', fresh: true }),
  jobs('', 'Queue#* Worker#* QueueEvents#* FlowProducer#*', { effects: writes('database'), ordered: true }),
  jobs('Job#', 'updateProgress updateData log moveToFailed moveToCompleted retry remove', {
    effects: [...writes('database'), ...writes('receiver')],
    ordered: true,
  }),
  jobs('new ', 'Queue QueueEvents FlowProducer', { effects: [], fresh: true }),

  stripe('new ', 'default', { effects: [], fresh: true }),
  stripe('Resource#', 'retrieve list search listLineItems', {
    effects: reads('network'),
    returns: 'Promise',
    fresh: true,
  }),
  stripe('Resource#', 'constructEvent generateTestHeaderString', { effects: [], fresh: true }),
  stripe('Resource#', '*', { effects: writes('network'), returns: 'Promise', fresh: true }),
]
